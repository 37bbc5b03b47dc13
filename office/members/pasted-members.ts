import type { BadLine, BadLineProblem } from '#booking/members/refusals'
import { MEMBER_LENGTHS, PASTED_LINES_NAMED } from '#calls/limits'
import { LINE_ENDS } from '#calls/pasted-lines'
import type { ReadDb } from '#db/file'
import { memberNumbers } from '#db/read/members'

export type PastedMember = {
  line: number
  number: string
  name: string
  phone: string
  barangay: string
  sector: string
}

/** In this order, as a spreadsheet has them. */
const COLUMNS = ['number', 'name', 'phone', 'barangay', 'sector'] as const
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}\u2028\u2029]/u

/**
 * Reads lines pasted from a spreadsheet: number, name, phone, barangay and sector, separated by tabs. Skips empty
 * lines and a first line with column names. Lines are counted from 1.
 */
export function readPastedMembers(db: ReadDb, text: string): { good: PastedMember[]; bad: BadLine[] } {
  const good: PastedMember[] = []
  const bad: BadLine[] = []
  const seen = new Set<string>()
  const taken = new Set(memberNumbers(db).map(number => number.toLowerCase()))
  for (const [index, raw] of text.split(LINE_ENDS).entries()) {
    if (raw.trim() === '') continue
    const cells = raw.split('\t').map(cell => cell.normalize('NFC').trim())
    if (index === 0 && isHeading(cells)) continue
    const problem = problemWith(cells, seen, taken)
    if (problem) {
      bad.push({ line: index + 1, text: raw.slice(0, 200), problem })
      continue
    }
    const [number = '', name = '', phone = '', barangay = '', sector = ''] = cells
    seen.add(number.toLowerCase())
    good.push({ line: index + 1, number, name, phone, barangay, sector })
  }
  return { good, bad }
}

/** The same for a person: the first lines of each sort, and how many there are. */
export function lookAtPasted(db: ReadDb, text: string) {
  const { good, bad } = readPastedMembers(db, text)
  return { good: first(good), goodCount: good.length, bad: first(bad), badCount: bad.length }
}

export function first<Line>(lines: readonly Line[]): Line[] {
  return lines.slice(0, PASTED_LINES_NAMED)
}

const HEADINGS = [/^(member )?(number|no\.?|id|#|numero|bilang)$/i, /^((full|member) )?(name|pangalan)$/i]

function isHeading(cells: readonly string[]): boolean {
  return HEADINGS.every((heading, column) => heading.test(cells[column] ?? ''))
}

function problemWith(
  cells: readonly string[],
  seen: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): BadLineProblem | undefined {
  const [number = '', name = ''] = cells
  if (cells.slice(COLUMNS.length).some(cell => cell !== '')) return 'too-many-columns'
  if (cells.length === 1 && /[,;]/.test(number)) return 'no-tabs'
  if (number === '') return 'no-number'
  if (name === '') return 'no-name'
  if (COLUMNS.some((column, at) => (cells[at] ?? '').length > MEMBER_LENGTHS[column])) return 'too-long'
  if (cells.some(cell => CONTROL_CHARACTERS.test(cell))) return 'control-characters'
  if (seen.has(number.toLowerCase())) return 'number-twice'
  return taken.has(number.toLowerCase()) ? 'number-taken' : undefined
}
