import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Unit, service and transport tests. The end-to-end tests, in a real browser, are in playwright.config.ts. */
export default defineConfig({
  plugins: [react()],
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'node_modules/**', 'dist/**'],
    environment: 'node',
    pool: 'forks',
    // One core less is Vitest's own habit; with two, that is half of them.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
