import { defineConfig } from 'vitest/config'

// Apart from the other projects: journeys need a browser and a running product, and go one at a time.
export default defineConfig({
  test: {
    name: 'journeys',
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: 'test/journeys/global-setup.ts',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 240_000,
    // A busy machine draws late; what never comes still fails.
    expect: { poll: { timeout: 20_000 } },
  },
})
