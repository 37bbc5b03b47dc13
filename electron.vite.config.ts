import { defineConfig } from 'electron-vite'

/** Everything is bundled but Electron itself and the one module with a compiled part. */
const external = ['electron', 'better-sqlite3']

/** The desktop shell. Its screens are the browser shell's own: dist/renderer, made by vite.config.ts. */
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
