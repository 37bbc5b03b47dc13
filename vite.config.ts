import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * Bundles the screens, once for both shells. They are served under a strict content security policy with Trusted Types,
 * so the bundle may contain no inline script, no eval, no data: URL and no remote address.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: 'public',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
})
