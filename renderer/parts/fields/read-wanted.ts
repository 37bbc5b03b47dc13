import type { LocalDay } from '#booking/time/day'
import type { Length } from '#booking/time/length'
import { minutesIn, type ReadWhen } from './read-span.ts'
import { readWhen } from './read-when.ts'

/** What somebody asks for: a machine or a type by its name, for how long, how many, and from when. */
export type Wanted = {
  what: string
  /** Null: nothing was said; a day, or an hour of a machine that is booked by clock time. */
  length: Length | null
  units: number | null
  /** Null: from now on. */
  from: ReadWhen | null
}

/**
 * Reads what people ask for when they look for a free time: `a tractor for 3 days from the 10th`, `the mill for 2
 * hours`, `dryer 40 sacks 8h friday`, `traktora nang tatlong araw mula sa 10`, `kiskisan dalawang oras bukas`.
 * Null if the text names no machine, or neither how long nor from when.
 */
export function readWanted(text: string, today: LocalDay): Wanted | null {
  const said = text.toLowerCase().trim().replace(/\s+/g, ' ')
  const start = startIn(said, today)
  if (start === UNREADABLE) return null
  const long = lengthIn(start ? start.before : said)
  const ended = start || long.length === null ? start : trailingStart(long.rest, today)
  if (long.length === null && ended === null) return null
  const { units, rest } = unitsIn(start ? long.rest : (ended?.before ?? long.rest))
  const what = nameIn(rest)
  return what === '' ? null : { what, length: long.length, units, from: ended?.from ?? null }
}

type Start = { before: string; from: ReadWhen }
const UNREADABLE = 'unreadable'

const BEGINS =
  /^(.*?)(?:^|\s)(from|starting(?: on| from)?|beginning|after|on|mula(?: sa)?|simula(?: sa)?|sa)\s+(.+)$/
/** After these a start must follow; "on" and "sa" also stand elsewhere. */
const SURELY = /^(from|start|begin|mula|simula)/

/** What follows "from" or "mula sa". It is unreadable while it is still being typed. */
function startIn(said: string, today: LocalDay): Start | null | typeof UNREADABLE {
  const [, before = '', word = '', when = ''] = BEGINS.exec(said) ?? []
  if (when === '') return /\s(from|mula|simula)( sa)?$/.test(said) ? UNREADABLE : null
  const from = whenIn(when, today)
  if (from) return { before, from }
  // The length may also stand at the end: "tractor from friday for 3 days".
  const last = /^(.+?)\s+((?:for|nang)\s+.+)$/.exec(when)
  const earlier = last && whenIn(last[1]!, today)
  if (earlier) return { before: `${before} ${last[2]}`, from: earlier }
  return SURELY.test(word) ? UNREADABLE : null
}

/** Without a word before it: "mill 2 hours friday". A number alone is a machine's. */
function trailingStart(rest: string, today: LocalDay): Start | null {
  const words = rest.split(' ')
  for (let at = 0; at < words.length; at++) {
    const when = words.slice(at).join(' ')
    const from = /[\p{L}/-]/u.test(when) ? whenIn(when, today) : null
    if (from) return { before: words.slice(0, at).join(' '), from }
  }
  return null
}

function whenIn(text: string, today: LocalDay): ReadWhen | null {
  const plain = text
    .replace(/^(the|on|sa|ika-?)\s*/, '')
    .replace(/^ika-?/, '')
    .replace(/ ng /, ' ')
    .replace(/\b(\d{1,2})(st|nd|rd|th)\b/, '$1')
  const read = readWhen(plain, { today, mode: 'days' })
  return read && { day: read.day ?? today, minutes: read.minutes }
}

const NUMBERS: readonly (readonly [string, number])[] = [
  ['an?|one|isa(?:ng)?', 1],
  ['two|dalawa(?:ng)?', 2],
  ['three|tatlo(?:ng)?', 3],
  ['four|apat(?: na)?', 4],
  ['five|lima(?:ng)?', 5],
  ['six|anim(?: na)?', 6],
  ['seven|pito(?:ng)?', 7],
  ['eight|walo(?:ng)?', 8],
  ['nine|siyam(?: na)?', 9],
  ['ten|sampu(?:ng)?', 10],
]
/** A number, as digits or as a word, and the word after it. */
const AMOUNT = new RegExp(
  String.raw`(?<=^|\s)(\d{1,4}(?:[.,]\d{1,2})?|(?:${NUMBERS.map(([words]) => words).join('|')})(?=[ -]))[ -]?(\p{L}+)(?=\s|$)`,
  'gu',
)
const DAY = 24 * 60

/** Every amount of time in the text together: `3 days`, `isang linggo`, `1 hour 30 min`. */
function lengthIn(said: string): { length: Length | null; rest: string } {
  let minutes = 0
  let isDays = true
  const rest = said.replace(AMOUNT, (whole, amount: string, unit: string) => {
    const each = minutesIn(unit)
    const count = countOf(amount)
    if (each === null || count === null) return whole
    minutes += count * each
    isDays &&= each >= DAY
    return ' '
  })
  const whole = isDays ? minutes / DAY : Math.round(minutes)
  if (whole < 1 || !Number.isInteger(whole)) return { length: null, rest: said }
  return { length: isDays ? { days: whole } : { minutes: whole }, rest: rest.replace(/\s+/g, ' ').trim() }
}

function countOf(amount: string): number | null {
  if (/^\d/.test(amount)) return Number(amount.replace(',', '.'))
  return NUMBERS.find(([words]) => new RegExp(`^(?:${words})$`).test(amount))?.[1] ?? null
}

/** What a load is counted in. */
const LOADS = /(\d{1,6})\s*(sacks?|bags?|units?|kgs?|kilos?|sako|kaban|yunit)\b/

function unitsIn(said: string): { units: number | null; rest: string } {
  const [load = '', count] = LOADS.exec(said) ?? []
  return count ? { units: Number(count), rest: said.replace(load, ' ') } : { units: null, rest: said }
}

const FILLING =
  /^(?:(?:for|an?|the|any|free|of|need|nang|ng|na|ang|yung|isang|kahit|anong?|bakanteng?|may|sa|loob)(?:\s+|$))+|(?:\s+(?:for|of|nang|ng|na|sa|loob))+$/g

/** The name of the machine or the type, without the words around it. */
function nameIn(rest: string): string {
  return rest.replace(/\s+/g, ' ').trim().replace(FILLING, '').replace(FILLING, '').trim()
}
