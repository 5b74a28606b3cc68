import { defineConfig } from 'vitest/config'

// Walks a running server (HEJIE_URL) with the demo county in Debian's Chromium.
export default defineConfig({
  test: {
    environment: 'node',
    include: ['browser/**/*.spec.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
