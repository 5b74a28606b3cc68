import { defineConfig } from 'vitest/config'

// Walks a running server (HEJIE_URL) with the demo county in Debian's Chromium; several with commas: as many specs at once.
const servers = (process.env.HEJIE_URL ?? '').split(',').length

export default defineConfig({
  test: {
    environment: 'node',
    include: ['browser/**/*.spec.ts'],
    setupFiles: ['browser/failed.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    fileParallelism: servers > 1,
    maxWorkers: servers,
    // reading the libraries takes each spec a second; what one holds it gives back at its end
    isolate: false,
  },
})
