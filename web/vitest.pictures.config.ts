import { defineConfig } from 'vitest/config'

// Takes the pictures of docs/screenshots from a running server (HEJIE_URL) with the demo county.
export default defineConfig({
  test: { environment: 'node', include: ['browser/pictures.ts'], testTimeout: 120_000, hookTimeout: 60_000, fileParallelism: false },
})
