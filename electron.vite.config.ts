import { defineConfig } from 'electron-vite'

/** Everything is bundled except Electron and the one module with a compiled part. */
const external = ['electron', 'better-sqlite3']

/** Bundles the desktop shell. Its screens are those of the browser shell, bundled by vite.config.ts. */
export default defineConfig({
  main: {
    build: {
      outDir: 'dist/electron/main',
      externalizeDeps: false,
      rollupOptions: {
        input: { main: 'electron/main.ts' },
        external,
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'dist/electron/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'electron/preload.ts' },
        external,
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
})
