// Builds what is deployed, proves that wrangler accepts it, and prints what a browser and the edge must load.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { artifacts, fail, root, run, tool } from './project.mjs'

const KIB = 1024
const FIRST_SCREEN_LIMIT = 90 * 1000
// Workers on the paid plan take 10 MB; a small bundle starts fast, so the limit here is our own.
const WORKER_LIMIT = 500 * KIB

const dashboard = join(root, 'web', 'dist')
const workerOut = join(artifacts, 'worker')

await build('the dashboard', tool('vite', 'build', '--config', 'vite.config.ts'))
await build(
  'the Worker',
  tool('wrangler', 'deploy', '-c', 'wrangler.toml', '--dry-run', '--outdir', workerOut),
)
await build(
  "the dashboard's Function",
  tool('wrangler', 'pages', 'functions', 'build', '--outdir', join(artifacts, 'functions')),
  join(root, 'web'),
)
report()

async function build(what, command, cwd = root) {
  const { code, output } = await run(command, { cwd, minutes: 10 })
  if (code !== 0) fail(`${output}\nBuilding ${what} failed; the reason is above.`)
}

function report() {
  const rows = [
    ['first screen, JS', sizeOf(firstScreenScripts()), FIRST_SCREEN_LIMIT],
    ['first screen, CSS', sizeOf(firstScreenStyles())],
    ['dashboard, all JS', sizeOf(filesOf(join(dashboard, 'assets'), '.js'))],
    ['Worker', sizeOf(filesOf(workerOut, '.js')), WORKER_LIMIT],
  ]
  for (const [name, { bytes, gzip }, limit] of rows) {
    const allowed = limit === undefined ? '' : `  (at most ${kilobytes(limit)})`
    process.stdout.write(
      `${name.padEnd(18)} ${kilobytes(bytes).padStart(10)} ${kilobytes(gzip).padStart(10)} gzip${allowed}\n`,
    )
  }
  const over = rows.filter(([, { gzip }, limit]) => limit !== undefined && gzip > limit)
  if (over.length > 0) fail(`Over its limit: ${over.map(([name]) => name).join(', ')}.`)
}

/** What index.html and its own script load for the overview, with the longest words of the three languages. */
function firstScreenScripts() {
  const html = readFileSync(join(dashboard, 'index.html'), 'utf8')
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+\.js)"/g)]
  const words = ['en', 'hi', 'gu'].map((language) => listedIn(html, language))
  const [longest] = words.sort((one, other) => sizeOf(other).gzip - sizeOf(one).gzip)
  const loaded = tags.map(([, path]) => join(dashboard, path))
  return [...new Set([...loaded, ...longest, ...listedIn(html, '/')])]
}

/** The files that the page's own script names for a language or a screen: see scripts/ahead.mjs. */
function listedIn(html, name) {
  const [, list = ''] = new RegExp(`[{,]["'\`]?${name}["'\`]?:\\[([^\\]]+)\\]`).exec(html) ?? []
  const paths = list.match(/\/assets\/[\w.-]+\.js/g)
  if (paths === null) fail(`index.html does not say which files are of ${name}.`)
  return paths.map((path) => join(dashboard, path))
}

function firstScreenStyles() {
  const html = readFileSync(join(dashboard, 'index.html'), 'utf8')
  return [...html.matchAll(/<link\b[^>]*\bhref="([^"]+\.css)"/g)].map(([, path]) =>
    join(dashboard, path),
  )
}

function filesOf(folder, ending) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
}

function sizeOf(files) {
  const contents = files.map((file) => readFileSync(file))
  return {
    bytes: contents.reduce((total, content) => total + content.length, 0),
    gzip: contents.reduce((total, content) => total + gzipSync(content).length, 0),
  }
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`
}
