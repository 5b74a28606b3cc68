import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const server = process.env.HEJIE_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: { target: 'es2022', chunkSizeWarningLimit: 700 },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': server } },
  test: {
    environment: 'happy-dom',
    // each file in a world of its own inside threads: a third of the time of a process for each
    pool: 'vmThreads',
    maxWorkers: '100%',
    include: ['src/**/*.spec.ts'],
    setupFiles: ['src/testing/setup.ts'],
    server: { deps: { inline: ['element-plus'] } },
    env: { TZ: 'Asia/Shanghai' },
  },
})
