// Builds web/service-worker/ beside the dashboard, with the names of the files that this build's shell is made of.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { filesOf, withStyles } from './built-files.mjs'
import { root } from './project.mjs'

/** Files beside the built ones that every page asks for. */
const PUBLIC = ['/favicon.svg', '/manifest.webmanifest', '/icons/icon-192.png']
/** What opens without a network: the overview as it was last seen, the door for shared files, what opens over them. */
const SCREENS = [
  '/web/start.tsx',
  '/web/shell/more-sheet.tsx',
  '/web/shell/newer-version.tsx',
  '/web/pages/overview-page.tsx',
  '/web/pages/overview/below-tiles.tsx',
  '/web/pages/overview/first-run.tsx',
  '/web/pages/imports-page.tsx',
  '/web/pages/imports/outgoing-rows.tsx',
  '/web/pages/imports/shared-files.tsx',
  '/web/components/date-range-panel.tsx',
  '/web/components/explain-popover.tsx',
]

export function serviceWorker() {
  return {
    name: 'service-worker',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk')
      const [, entry] = /src="(\/assets\/[^"]+)"/.exec(
        readFileSync(join(dir, 'index.html'), 'utf8'),
      )
      const files = SCREENS.flatMap((screen) => withStyles(chunks, filesOf(chunks, screen)))
      const shell = files.map((name) => `/${name}`)
      await buildWorker(dir, entry, [...new Set([entry, ...shell])].sort())
    },
  }
}

async function buildWorker(dir, entry, built) {
  const shell = [...built, ...PUBLIC]
  const hash = createHash('sha256').update(JSON.stringify(shell))
  for (const path of PUBLIC) hash.update(readFileSync(join(root, 'web', 'public', path)))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    define: {
      SHELL_BUILD: JSON.stringify(hash.digest('hex').slice(0, 16)),
      SHELL_ENTRY: JSON.stringify(entry),
      SHELL_FILES: JSON.stringify(shell),
    },
    build: {
      target: 'es2022',
      outDir: dir,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'web', 'service-worker', 'main.ts'),
        output: { format: 'iife', entryFileNames: 'service-worker.js' },
      },
    },
  })
}
