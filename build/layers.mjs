/**
 * What a room may import.
 * @typedef {object} Room
 * @property {string[]} rooms other rooms, imported as `#room/…`
 * @property {string[]} packages npm packages; a trailing `/*` allows a whole scope
 * @property {boolean} node whether it may import Node's own modules
 * @property {boolean} [anything] it may import anything, except that only electron/ may import electron
 * @property {boolean} [pure] it has no clock, no randomness and no I/O: see `impureGlobals`
 */

/** The rooms (see docs/architecture.md). Sources are allowed only in the folders named here. */
export const rooms = /** @type {Record<string, Room>} */ ({
  booking: { rooms: [], packages: [], node: false, pure: true },
  calls: { rooms: ['booking'], packages: ['zod', '@orpc/contract'], node: false },
  db: { rooms: ['booking'], packages: ['drizzle-orm', 'better-sqlite3'], node: true },
  office: {
    rooms: ['booking', 'calls', 'db'],
    packages: ['@orpc/server', 'date-holidays', 'pino', 'uuidv7'],
    node: true,
  },
  shell: { rooms: ['office', 'calls'], packages: ['@orpc/server', 'better-sqlite3', 'pino'], node: true },
  electron: {
    rooms: ['shell', 'office', 'calls'],
    packages: ['electron', '@orpc/server', '@orpc/standard-server', '@orpc/standard-server-peer'],
    node: true,
  },
  http: {
    rooms: ['shell', 'office', 'calls'],
    packages: ['@orpc/server', '@orpc/standard-server', '@orpc/standard-server-peer', 'ws'],
    node: true,
  },
  renderer: {
    rooms: ['booking', 'calls'],
    packages: [
      'react',
      'react-dom',
      'zustand',
      '@mantine/*',
      '@fontsource-variable/inter',
      '@fullcalendar/*',
      'temporal-polyfill',
      '@tanstack/*',
      'i18next',
      'react-i18next',
      '@orpc/client',
      '@orpc/contract',
      '@tabler/icons-react',
      '@tabler/icons',
      'get-nonce',
      'uuidv7',
      'dayjs',
    ],
    node: false,
  },
  build: { rooms: [], packages: ['vite', 'electron-vite', 'araro-node-runtime'], node: true },
  tests: { rooms: [], packages: [], node: true, anything: true },
})

/** Globals that would make a rule depend on more than its input. Some compile even with `lib: ES2023, types: []`. */
export const impureGlobals = [
  'Intl',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'process',
  'console',
  'fetch',
  'globalThis',
]

/** Members of a global that read the clock or are random. */
export const impureMembers = ['Date.now', 'Math.random']

/** Methods, on any object, that depend on the computer's language or time zone. */
export const impureMethods = [
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'localeCompare',
  'getTimezoneOffset',
]
