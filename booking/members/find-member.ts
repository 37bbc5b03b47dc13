import { folded, wordsOf } from '../search/text.ts'

/** What a text is compared with. */
export type Findable = {
  /** The folded name and number, as `findableText` makes it. */
  readonly text: string
  readonly number: string
  readonly phone: string
}

/** How a text finds a member; the better of two is listed first. */
export const FOUND_BY = ['number', 'start', 'inside', 'phone'] as const
export type FoundBy = (typeof FOUND_BY)[number]

export function findableText({ name, number }: { name: string; number: string }): string {
  return folded(`${name} ${number}`)
}

/**
 * Tells how a text finds a member (F6): by any part of the name and the number, also if words are written as one
 * ("delacruz"); by the number however it is written ("S-34", "s34" and "34" all find S-034); by the phone number with
 * or without spaces and country code. The finder returns null for a member whom the text does not find.
 */
export function memberFinder(text: string): (member: Findable) => FoundBy | null {
  const words = wordsOf(text)
  const whole = squeezed(words.join(''))
  const number = /\d/.test(whole) ? withoutZeros(whole) : null
  const joined = words.map(squeezed)
  const phone = phoneIn(text)
  const phones = words.map(phoneIn)
  if (whole === '') return ({ text: known }) => (words.every(word => known.includes(word)) ? 'inside' : null)

  return member => {
    if (number !== null && isNumber(number, member.number)) return 'number'
    const known = squeezed(member.text)
    const begins = (word: string) => known.includes(word) && beginsAtAWord(member.text.split(' '), word)
    if (joined.every(begins) || begins(whole)) return 'start'
    if (words.every((word, at) => member.text.includes(word) || begins(joined[at]!))) return 'inside'
    if (phone === null && phones.every(one => one === null)) return null
    const digits = member.phone.replaceAll(/\D/g, '')
    if (phone !== null && digits.includes(phone)) return 'phone'
    const each = words.every((word, at) => {
      const called = phones[at] ?? null
      return member.text.includes(word) || (called !== null && digits.includes(called))
    })
    return each ? 'phone' : null
  }
}

/** Whether the text continues from the beginning of a word: "delacruz" in "benigno dela cruz". */
function beginsAtAWord(parts: readonly string[], text: string): boolean {
  if (text === '') return false
  return parts.some((_, at) => squeezed(parts.slice(at).join('')).startsWith(text))
}

/** Only letters and digits. */
function squeezed(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Numbers are written with and without leading zeros. */
function withoutZeros(text: string): string {
  return text.replaceAll(/(^|\D)0+(?=\d)/g, '$1')
}

/** @param asked squeezed and without leading zeros; its letters may be missing */
function isNumber(asked: string, number: string): boolean {
  const known = withoutZeros(squeezed(number.toLowerCase()))
  return asked === known || (/^\d+$/.test(asked) && asked === /\d+$/.exec(known)?.[0])
}

/** Fewer digits are found in too many phone numbers. */
const SHORTEST_PHONE = 4
const PHONE = /^[\d\s()+./-]+$/

/** The digits of a phone number without 0 or country code, if the text can be one. */
function phoneIn(text: string): string | null {
  if (!PHONE.test(text)) return null
  const digits = text.replaceAll(/\D/g, '')
  if (digits.length < SHORTEST_PHONE) return null
  return digits.replace(text.trim().startsWith('+') || digits.length > 10 ? /^(63|0)/ : /^0/, '')
}
