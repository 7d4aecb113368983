// Lets wapiti (Debian's package) loose on a stack that runs on this machine, signed in as a seller of its own.
// `npm start` in one terminal, `npm run scan` in another. Ends with 1 where it finds anything.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { artifacts, fail, root } from './project.mjs'

const address = `http://localhost:${process.env.PORT || '8788'}`
const SECONDS = 1500
// Those that need no list from the network and no address outside that answers, as ssrf and xxe do.
const MODULES =
  'backup,blindsql,cookieflags,crlf,csp,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss'
// Every value that a route asks for, as a seller would give it.
const EXAMPLES = {
  asOf: '2026-09-03',
  by: 'sku',
  figure: 'settlement',
  from: '2026-06-01',
  gstin: '24AAACM5678P1Z3',
  knownOn: '2026-09-30',
  limit: '10',
  month: '2026-07',
  q: 'kurti',
  report: '1',
  row: '2',
  table: '7',
  to: '2026-09-30',
  userCode: 'BCDF-GHJK',
  year: '2026',
}

const cookie = await signUp()
await uploadSample()
const starts = ['/', '/welcome', '/help', '/glossary', '/sign-in', ...(await listReads())]
const report = join(artifacts, 'wapiti.json')
mkdirSync(artifacts, { recursive: true })
rmSync(report, { force: true })
await scan(starts.map((path) => address + path))
tell()

async function signUp() {
  const body = {
    name: 'Scanner',
    email: `scan-${Date.now()}@example.com`,
    password: 'a parcel came back on tuesday',
    isAdult: true,
  }
  const headers = { 'content-type': 'application/json', origin: address }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await fetch(`${address}/api/auth/register`, init).catch(() =>
    fail(`Nothing answers at ${address}. Start it with npm start.`),
  )
  if (!response.ok) fail(`No account could be made: ${await response.text()}`)
  return response.headers.get('set-cookie').split(';')[0]
}

async function uploadSample() {
  const folder = join(root, 'web', 'public', 'sample')
  for (const name of readdirSync(folder)) {
    const headers = { cookie, origin: address }
    const url = `${address}/api/uploads?filename=${encodeURIComponent(name)}`
    await fetch(url, { method: 'POST', headers, body: readFileSync(join(folder, name)) })
  }
  for (let times = 0; times < 120; times++) {
    const response = await fetch(`${address}/api/uploads?limit=200`, { headers: { cookie } })
    const { items } = await response.json()
    if (items.every(({ status }) => !['queued', 'reading'].includes(status))) return
    await wait(1000)
  }
  fail('The sample was not read within two minutes.')
}

/** Every route that reads, with every value it takes. The archive is left out: it is large. */
async function listReads() {
  const { paths } = await (await fetch(`${address}/api/openapi.json`)).json()
  return Object.entries(paths)
    .filter(([path, methods]) => methods.get !== undefined && path !== '/api/export/archive')
    .map(([path, { get }]) => fill(path, get.parameters ?? []))
}

function fill(path, parameters) {
  const values = parameters.map((each) => [each, EXAMPLES[each.name] ?? each.schema.enum?.[0]])
  const inPath = path.replaceAll(/\{(\w+)\}/g, (_, name) => EXAMPLES[name] ?? 'AAAAAAAAAAAAAAAA')
  const known = values.filter(([each, value]) => each.in === 'query' && value !== undefined)
  const query = new URLSearchParams(known.map(([each, value]) => [each.name, value]))
  return query.size === 0 ? inPath : `${inPath}?${query}`
}

function scan(urls) {
  const words = [
    `-u ${address}/ --scope domain -d 2 -m ${MODULES} --no-bugreport --flush-session`,
    `--max-scan-time ${SECONDS} -f json -o ${report} -v 1 --endpoint ${address}/`,
  ]
  const addresses = urls.flatMap((url) => ['-s', url])
  const options = words.join(' ').split(' ').concat('-H', `cookie: ${cookie}`, addresses)
  return new Promise((resolve) => {
    const child = spawn('wapiti', options, { stdio: 'inherit' })
    child.once('error', () => fail('There is no wapiti. Debian has it: apt-get install wapiti'))
    child.once('exit', resolve)
  })
}

function tell() {
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, 'utf8'))
  let count = 0
  for (const [name, found] of Object.entries({ ...vulnerabilities, ...anomalies })) {
    count += found.length
    for (const { method, path, info } of found) {
      process.stdout.write(`${name}: ${method} ${path}: ${info}\n`)
    }
  }
  process.stdout.write(`${starts.length} addresses, ${count} findings\n`)
  process.exitCode = count === 0 ? 0 : 1
}
