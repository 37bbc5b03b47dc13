import { defineConfig } from '@playwright/test'

/** Chromium cannot use its sandbox as root. */
const asRoot = process.getuid?.() === 0

/** Stops the browser from connecting to anything but the program under test. */
const flags = [
  ...(asRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** End-to-end tests. `npm test` finds the browser and passes it in CHROMIUM_PATH. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/prepare-sample.ts',
  // Files run side by side, each with its own office; the tests of a file run in order.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    // Recording every step costs a third of the time: `--trace on` asks for it.
    trace: 'off',
    launchOptions: {
      args: flags,
      chromiumSandbox: !asRoot,
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
})
