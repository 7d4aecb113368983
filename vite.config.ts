import { cloudflare } from '@cloudflare/vite-plugin'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vite'
import { ahead } from './scripts/ahead.mjs'
import { compiledAhead } from './scripts/compiled-ahead.mjs'
import { ownRuntime } from './scripts/own-runtime.mjs'
import { serviceWorker } from './scripts/service-worker.mjs'

const BOOT =
  /vite\/preload-helper|\/web\/(?:main|language|storage|locales\/(?:text|parts|said|format))\.tsx?$/

// The styles of the frame and of the first sight of the main screens are one file; any other comes with its screen.
const STYLES =
  /\/web\/(?:shell\/(?:kept-line|navigation|shell)|components\/(?:badge|change-mark|date-field|date-range|drop-zone|explain|face|file-guide|icon|page|rupees|scroll-box|section|segmented|skeleton|table-bar|tile|toasts|toolbar|verify-notice|visit-notice)|pages\/(?:imports\/coverage|imports\/imports|orders\/orders|overview\/overview|profit\/compare-card|profit\/profit|reconcile\/reconcile))\.module\.css/

const isOfBoot = (id: string) => BOOT.test(id) || STYLES.test(id)

// What most screens of figures are first drawn from: few files are sooner there than many.
const PARTS =
  /\/core\/(?:orders\/lifecycle|pnl\/profit|settlements\/terms)\.ts|\/web\/(?:api-url|locales\/line-name|pnl-statement|uploads\/(?!outgoing\.|sample\.|send-file\.)|reconcile-api|follow-judging|glimpse|components\/(?:badge|change-mark|compare-line|date-field|date-range|download-link|empty-face|explain|freshness-line|judging-notice|known-rupees|later|maturity-line|page|panel-button|rupees|section|segmented|tile|toolbar)\.tsx|pages\/(?:profit\/cost-notice|reconcile\/as-of-tools))/
// What is drawn after that, or by a few screens.
const CHARTS = /\/web\/charts\//
const FILES =
  /\/web\/(?:uploads\/(?:outgoing|sample|send-file)\.|components\/(?:drop-zone|file-guide|file-name|sample-button)\.)/
// Of files on their way: after the first sight of Files.
const SENDING = /\/web\/pages\/imports\/(?:outgoing-rows|shared-files)\.tsx$/
const LISTS =
  /node_modules\/virtua\/|\/core\/money\/rupees\.ts|\/web\/components\/(?:columns?|column-choice|data-table|filter-select|list|list-columns|list-csv|pages|saved-views|search-field|source-link|sub-order-link|table-bar|virtual-table)\.tsx?/

// The build is static files only: in production Pages serves them and the Worker is deployed on its own.
export default defineConfig(({ command }) => ({
  root: 'web',
  plugins: [
    // The policy forbids style attributes, so Solid sets styles through the object model.
    solid({ solid: { inlineStyles: false } }),
    ownRuntime(),
    ahead(),
    compiledAhead(),
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
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every screen needs is one file, the words of a language another, and what loads them a third.
          groups: [
            { name: 'boot', priority: 2, test: isOfBoot },
            { name: 'start', priority: 1, test: /\/web\/start\.tsx$/ },
            { name: 'en', test: /\/locales\/en\.ts$/ },
            { name: 'hi', test: /\/locales\/hi\.ts$/ },
            { name: 'gu', test: /\/locales\/gu\.ts$/ },
            { name: 'parts', test: PARTS },
            { name: 'charts', test: CHARTS },
            { name: 'lists', test: LISTS },
            { name: 'files', test: FILES },
            { name: 'sending', test: SENDING },
          ],
        },
      },
    },
  },
}))
