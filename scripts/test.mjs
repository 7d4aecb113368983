// Every check of the project, seconds first. None stops the next: one run tells everything that is wrong.
// `npm test -- core web` runs only the checks named.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { artifacts, fail, nodePath, root, run, tool } from './project.mjs'

// The folders to lint are said once, in package.json.
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const script = (name, ...args) => [nodePath(), join(root, 'scripts', name), ...args]

const checks = [
  single('format', tool('oxfmt', '--check', '.')),
  single('lint', tool(...manifest.scripts.lint.split(' '))),
  single('types', tool('tsc', '-b', '--pretty', 'false')),
  vitest('core', 'vitest.config.ts', 20),
  vitest('web', 'vitest.config.ts', 10),
  vitest('worker', 'vitest.config.ts', 30),
  single('build', script('build.mjs')),
  single('deploy', script('deploy.mjs', '--dry-run', '--built')),
  vitest('journeys', 'vitest.journeys.config.ts', 30),
]

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const unknown = wanted.filter((word) => !checks.some(({ name }) => name === word))
if (unknown.length > 0) fail(`No such check: ${unknown.join(', ')}.`)

const total = { passed: 0, failed: 0, skipped: 0 }
for (const check of checks) {
  if (wanted.length > 0 && !wanted.includes(check.name)) continue
  await runCheck(check)
}
close()

function single(name, command) {
  return { name, command, minutes: 10, read: countExit }
}

function countExit({ code }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

function vitest(name, config, minutes) {
  const report = join(artifacts, `vitest-${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = tool('vitest', 'run', '--config', config, '--project', name, ...reporters)
  return { name, command, minutes, report, read: (result) => readReport(report, result) }
}

async function runCheck({ name, command, minutes, report, read }) {
  if (name === 'journeys' && findChromium() === undefined) {
    total.skipped += 1
    process.stdout.write(`-  ${name}: skipped, there is no Chromium\n`)
    return
  }
  mkdirSync(artifacts, { recursive: true })
  if (report !== undefined) rmSync(report, { force: true })
  const started = performance.now()
  const runOnce = () => run(command, { minutes, env: { NO_COLOR: '1', FORCE_COLOR: '0' } })
  let result = await runOnce()
  if (report !== undefined && result.isStopped) {
    // workerd now and then does not end after its last test, with queues at work; seen once in ten runs.
    process.stdout.write(`-  ${name}: the runner did not end in ${minutes} minutes; once more\n`)
    result = await runOnce()
  }
  const counts = read(result)
  for (const key of Object.keys(total)) total[key] += counts[key]

  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const good = counts.failed === 0
  if (!good) process.stdout.write(`\n${result.output}\n`)
  const mark = good ? '✓' : '✗'
  process.stdout.write(`${mark}  ${name}: ${summary(counts)} (${seconds} s)\n`)
}

/** Counts from vitest's own report. A file that did not load, or an exit code nothing explains, is a failure. */
function readReport(report, { code }) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const failed = numFailedTests + unloaded
  const unexplained = failed === 0 && (code !== 0 || numPassedTests === 0) ? 1 : 0
  return {
    passed: numPassedTests,
    failed: failed + unexplained,
    skipped: numPendingTests + numTodoTests,
  }
}

function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Other programs read this line, so it stands alone and last. */
function close() {
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
  process.stdout.write(`\n${summary(total)}\n`)
}
