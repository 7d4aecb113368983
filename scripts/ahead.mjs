// Puts web/ahead/before-paint.ts into index.html, with the names of the files it may fetch, and allows it in the policy.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { filesOf, withStyles } from './built-files.mjs'
import { root } from './project.mjs'

const LANGUAGES = ['en', 'hi', 'gu']
// As web/locales/words-of.ts names what only some screens say.
const NAMES = ['access', 'account', 'books', 'details', 'parcels']
const PLACE = '<!-- before-paint -->'
// A script of the page itself costs no round trip; the policy names it by its hash.
const POLICY = "script-src 'self'"

export function ahead() {
  let hash = ''
  return {
    name: 'ahead',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk')
        const isBuilt = chunks.length > 0
        const start = isBuilt ? startOf(chunks) : []
        const isNew = (file) => !html.includes(file) && !start.includes(file)
        const script = await bundleScript(
          isBuilt
            ? {
                AHEAD_WORDS: wordsOf(chunks, isNew),
                AHEAD_SOME_WORDS: someWordsOf(chunks, isNew),
                AHEAD_SCREENS: screensOf(chunks, isNew),
              }
            : { AHEAD_WORDS: {}, AHEAD_SOME_WORDS: {}, AHEAD_SCREENS: {} },
        )
        hash = createHash('sha256').update(script).digest('base64')
        if (!html.includes(PLACE)) throw new Error('index.html has no place for before-paint.ts')
        const tags = start
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          }))
        return { html: html.replace(PLACE, () => `<script>${script}</script>`), tags }
      },
    },
    writeBundle({ dir }) {
      const path = join(dir, '_headers')
      const headers = readFileSync(path, 'utf8')
      const allowed = headers.replace(POLICY, `${POLICY} 'sha256-${hash}'`)
      if (allowed === headers) throw new Error('The policy has no place for before-paint.ts')
      writeFileSync(path, allowed)
    },
  }
}

/** main.tsx asks for the words and then for the dashboard; the page fetches both with it. */
function startOf(chunks) {
  const start = filesOf(chunks, '/web/start.tsx')
  // Evaluated before its words are there, a screen would be without them.
  if (filesOf(chunks, '/web/main.tsx').includes(start[0])) {
    throw new Error('main.tsx imports the dashboard at once')
  }
  return start
}

function wordsOf(chunks, isNew) {
  return Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      addresses(filesOf(chunks, `/locales/${language}.ts`).filter(isNew)),
    ]),
  )
}

function someWordsOf(chunks, isNew) {
  return Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      Object.fromEntries(
        NAMES.map((name) => [
          name,
          addresses(filesOf(chunks, `/locales/${language}/${name}.ts`).filter(isNew)),
        ]),
      ),
    ]),
  )
}

/** `/orders` is of pages/orders-page.tsx, and `/` of the overview; what is below them waits its turn. */
function screensOf(chunks, isNew) {
  const routes = readFileSync(join(root, 'web', 'app.tsx'), 'utf8')
  const pages = chunks.flatMap(({ facadeModuleId }) => {
    const [, name] = /\/web\/pages\/([a-z-]+)-page\.tsx$/.exec(facadeModuleId ?? '') ?? []
    return name === 'overview' || routes.includes(`'/${name}'`) ? [name] : []
  })
  return Object.fromEntries(
    pages.map((name) => [
      name === 'overview' ? '/' : `/${name}`,
      addresses(withStyles(chunks, filesOf(chunks, `/web/pages/${name}-page.tsx`)).filter(isNew)),
    ]),
  )
}

function addresses(files) {
  return files.map((file) => `/${file}`)
}

async function bundleScript(files) {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    define: Object.fromEntries(
      Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
    build: {
      target: 'es2022',
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'web', 'ahead', 'before-paint.ts'),
        output: { format: 'iife' },
      },
    },
  })
  const [output] = [built].flat().flatMap(({ output: files }) => files)
  // It stands between tags: nothing in it may end them.
  if (/<\/script|<!--/i.test(output.code)) throw new Error('before-paint.ts would end its own tag')
  return output.code.trim()
}
