import { folded, wordsOf } from '../finding/text.ts'

/** What a text is compared with, worked out once for each member. */
export type Findable = {
  /** The folded name and number, as `findableText` makes it. */
  readonly text: string
  readonly words: readonly string[]
  /** The text without spaces and signs, and the same from the beginning of each word on. */
  readonly squeezed: string
  readonly starts: readonly string[]
  /** The number without signs and leading zeros. */
  readonly number: string
  /** Only the digits of the phone. */
  readonly digits: string
}

export function findable({ text, number, phone }: Record<'text' | 'number' | 'phone', string>): Findable {
  const words = text.split(' ')
  return {
    text,
    words,
    squeezed: squeezed(text),
    starts: words.map((_, at) => squeezed(words.slice(at).join(''))),
    number: withoutZeros(squeezed(number.toLowerCase())),
    digits: phone.replaceAll(/\D/g, ''),
  }
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
    const begins = (word: string) => member.squeezed.includes(word) && beginsAtAWord(member, word)
    if (joined.every(begins) || begins(whole)) return 'start'
    if (words.every((word, at) => member.text.includes(word) || begins(joined[at]!))) return 'inside'
    if (phone === null && phones.every(one => one === null)) return null
    const { digits } = member
    if (phone !== null && digits.includes(phone)) return 'phone'
    const each = words.every((word, at) => {
      const called = phones[at] ?? null
      return member.text.includes(word) || (called !== null && digits.includes(called))
    })
    return each ? 'phone' : null
  }
}

/** Whether the text continues from the beginning of a word: "delacruz" in "benigno dela cruz". */
function beginsAtAWord({ starts }: Findable, text: string): boolean {
  return text !== '' && starts.some(start => start.startsWith(text))
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
function isNumber(asked: string, known: string): boolean {
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
