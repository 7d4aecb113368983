import { cloudflare } from '@cloudflare/vite-plugin'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vite'

// The build is static files only: in production Pages serves them and the Worker is deployed on its own.
export default defineConfig(({ command }) => ({
  root: 'web',
  plugins: [
    // The policy forbids style attributes, so Solid sets styles through the object model.
    solid({ solid: { inlineStyles: false } }),
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
  },
}))
