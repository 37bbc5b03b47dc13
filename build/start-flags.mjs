/** Log levels, the most verbose first. */
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent']

/**
 * @typedef {object} Flags
 * @property {boolean} help
 * @property {boolean} browser
 * @property {boolean} noOpen
 * @property {boolean} sample
 * @property {string} [host]
 * @property {string} [port]
 * @property {string} [data]
 * @property {string} [log]
 * @property {string} [resetPassword]
 */

/**
 * One row for each flag: its name, a word for its value if it takes one, and its help text.
 * @type {{ flag: string, key: keyof Flags, value?: string, words: string, check?: (value: string) => string | undefined }[]}
 */
const table = [
  { flag: '--browser', key: 'browser', words: 'open in the browser, even if Electron is installed' },
  { flag: '--no-open', key: 'noOpen', words: 'browser shell: print the address, do not open a window' },
  { flag: '--host', key: 'host', value: 'HOST', words: 'browser shell: address to listen on (127.0.0.1)' },
  {
    flag: '--port',
    key: 'port',
    value: 'PORT',
    words: 'browser shell: port to listen on (0 = any free port)',
    check: checkPort,
  },
  { flag: '--data', key: 'data', value: 'FOLDER', words: "the data folder, instead of the user's own" },
  { flag: '--sample', key: 'sample', words: 'open the sample cooperative, in its own data folder' },
  {
    flag: '--log',
    key: 'log',
    value: 'LEVEL',
    words: `how much to log: ${logLevels.join(', ')}`,
    check: checkLevel,
  },
  {
    flag: '--reset-password',
    key: 'resetPassword',
    value: 'NAME',
    words: 'give the user NAME a new password, then stop',
  },
  { flag: '--help', key: 'help', words: 'show this list' },
]

/**
 * Reads the arguments after `npm start --`.
 * @param {string[]} words
 * @returns {{ ok: true, flags: Flags } | { ok: false, sentence: string }}
 */
export function readFlags(words) {
  /** @type {Record<string, string | boolean>} */
  const flags = { help: false, browser: false, noOpen: false, sample: false }
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [flag, ...afterEquals] = word.split('=')
    const row = table.find(each => each.flag === flag) ?? (word === '-h' ? table.at(-1) : undefined)
    if (!row) return no(`Araro does not know ${word}.`)
    if (!row.value && afterEquals.length > 0) return no(`${row.flag} takes no value.`)
    if (!row.value) {
      flags[row.key] = true
      continue
    }
    const value = afterEquals.length > 0 ? afterEquals.join('=') : rest.shift()
    if (!value || (afterEquals.length === 0 && value.startsWith('--')))
      return no(`${row.flag} needs a value: ${row.flag} ${row.value}.`)
    const wrong = row.check?.(value)
    if (wrong) return no(wrong)
    flags[row.key] = value
  }
  return { ok: true, flags: /** @type {Flags} */ (/** @type {unknown} */ (flags)) }
}

/**
 * Writes the flags for the chosen shell, without `--browser`, which only matters for the choice.
 * @param {Flags} flags
 * @returns {string[]}
 */
export function writeFlags(flags) {
  return table.flatMap(({ flag, key, value }) => {
    if (key === 'browser' || key === 'help' || !flags[key]) return []
    return value ? [flag, String(flags[key])] : [flag]
  })
}

/** Whether a flag needs the browser shell. */
export function meansBrowser(/** @type {Flags} */ flags) {
  return Boolean(flags.browser || flags.noOpen || flags.host || flags.port || flags.resetPassword)
}

/** @returns {string} the output of --help */
export function helpText() {
  const left = table.map(({ flag, value }) => (value ? `${flag} ${value}` : flag))
  const width = Math.max(...left.map(each => each.length))
  const lines = table.map((row, i) => `  ${left[i]?.padEnd(width)}  ${row.words}`)
  return ['Starts Araro.', '', '  npm start -- [flags]', '', ...lines, ''].join('\n')
}

/** @param {string} sentence */
function no(sentence) {
  return {
    ok: /** @type {const} */ (false),
    sentence: `${sentence} \`npm start -- --help\` lists the flags.`,
  }
}

/** @param {string} value */
function checkPort(value) {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65535) return undefined
  return `--port takes a whole number from 0 to 65535, not "${value}".`
}

/** @param {string} value */
function checkLevel(value) {
  if (logLevels.includes(value)) return undefined
  return `--log takes one of ${logLevels.join(', ')}, not "${value}".`
}
