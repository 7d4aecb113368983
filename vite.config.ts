import { cloudflare } from '@cloudflare/vite-plugin'
import solid from 'vite-plugin-solid'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { serviceWorker } from './scripts/service-worker.mjs'

const BOOT =
  /vite\/preload-helper|\/web\/(?:main|language|storage|locales\/(?:text|parts|said|format))\.tsx?$/

// The build is static files only: in production Pages serves them and the Worker is deployed on its own.
export default defineConfig(({ command }) => ({
  root: 'web',
  plugins: [
    // The policy forbids style attributes, so Solid sets styles through the object model.
    solid({ solid: { inlineStyles: false } }),
    fetchAhead(),
    serviceWorker(),
    ...(command === 'serve'
      ? [
          cloudflare({
            configPath: '../wrangler.toml',
            persistState: { path: '../.wrangler/state' },
            config: {
              assets: {
                not_found_handling: 'single-page-application',
                run_worker_first: ['/api/*', '/.well-known/*'],
              },
            },
          }),
        ]
      : []),
  ],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The policy allows no data: addresses.
    assetsInlineLimit: 0,
    // All styles are 10 kB: one file costs less than a dozen round trips on a phone.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every screen needs is one file, the words of a language another, and what loads them a third.
          groups: [
            { name: 'boot', priority: 2, test: BOOT },
            { name: 'start', priority: 1, test: /\/web\/start\.tsx$/ },
            { name: 'en', test: /\/locales\/en\.ts$/ },
            { name: 'hi', test: /\/locales\/hi\.ts$/ },
            { name: 'gu', test: /\/locales\/gu\.ts$/ },
          ],
        },
      },
    },
  },
}))

/**
 * main.tsx asks for the words, and then for the dashboard. The page fetches both with it, and not one after
 * the other: the dashboard is named here, and before-paint.js picks the words of the reader's language.
 */
function fetchAhead(): Plugin {
  return {
    name: 'fetch-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
        const start = addressesOf(chunks, '/start.tsx')
        // Evaluated before its words are there, a screen would be without them.
        const boot = addressesOf(chunks, '/main.tsx')
        if (boot.includes(start[0] ?? '')) throw new Error('main.tsx imports the dashboard at once')
        const isNew = (address: string) => !html.includes(address) && !start.includes(address)
        const words = ['en', 'hi', 'gu'].map((language) => {
          const addresses = addressesOf(chunks, `/locales/${language}.ts`).filter(isNew)
          return ` data-${language}="${addresses.join(' ')}"`
        })
        const tags = start
          .filter((address) => !html.includes(address))
          .map((href) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href },
          }))
        const named = html.replace('src="/before-paint.js"', (src) => src + words.join(''))
        return { html: named, tags }
      },
    },
  }
}

/** Of the file that a module is in, and of all that it imports without waiting. */
function addressesOf(chunks: readonly Rolldown.OutputChunk[], module: string): string[] {
  const holder = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)))
  if (holder === undefined) throw new Error(`No file of the build holds ${module}`)
  const found = new Set([holder.fileName])
  for (const fileName of found) {
    const chunk = chunks.find((one) => one.fileName === fileName)
    for (const next of chunk?.imports ?? []) found.add(next)
  }
  return [...found].map((fileName) => `/${fileName}`)
}
