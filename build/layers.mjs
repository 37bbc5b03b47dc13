/**
 * What a room may import. `packages` are names of npm packages; a trailing `/*` takes a whole scope.
 * @typedef {object} Room
 * @property {string[]} rooms other rooms, by `#room/…`
 * @property {string[]} packages
 * @property {boolean} node whether Node's own modules are there
 * @property {boolean} [anything] no bounds but "only electron/ imports electron"
 * @property {boolean} [pure] no clock, no randomness, no I/O: see `impureGlobals`
 */

/** The rooms of the house (docs/architecture.md). A folder that is not named here may hold no source. */
export const rooms = /** @type {Record<string, Room>} */ ({
  booking: { rooms: [], packages: [], node: false, pure: true },
  calls: { rooms: ['booking'], packages: ['zod', '@orpc/contract'], node: false },
  db: { rooms: ['booking'], packages: ['drizzle-orm', 'better-sqlite3'], node: true },
  office: { rooms: ['booking', 'calls', 'db'], packages: ['@orpc/server', 'pino', 'uuidv7'], node: true },
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
      '@fullcalendar/*',
      'temporal-polyfill',
      '@tanstack/*',
      'i18next',
      'react-i18next',
      '@orpc/client',
      '@orpc/contract',
      '@tabler/icons-react',
      'get-nonce',
      'uuidv7',
      'dayjs',
    ],
    node: false,
  },
  build: { rooms: [], packages: ['vite', 'electron-vite', 'araro-node-runtime'], node: true },
  tests: { rooms: [], packages: [], node: true, anything: true },
})

/** Names that compile under `lib: ES2023, types: []` or slip in, and that would make a rule depend on more than its input. */
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

/** Methods that read the clock, the dice or the machine's own language and time zone. */
export const impureMembers = ['Date.now', 'Math.random']

/** The same, whatever they are called on. */
export const impureMethods = [
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'localeCompare',
  'getTimezoneOffset',
]
