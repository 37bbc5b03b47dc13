export type BegunMember = { name?: string; number?: string; phone?: string }

const PHONE = /^[\d\s()+./-]+$/
/** With fewer digits it is a number, unless it begins as phone numbers do. */
const SHORTEST_PHONE = 7
const BEGINS_AS_PHONE = /^(\+|\(?0[29])/

/**
 * What a text that found nobody is of a new member. Members are searched by name, number and phone, so digits are a
 * phone or a number, and a phone can stand behind a name: "Ana Cruz 0917 123 4567".
 */
export function begunWith(typed: string): BegunMember {
  const text = typed.trim()
  const [, before = '', digits = ''] = /^([^\d(+]*)(.*)$/s.exec(text) ?? []
  if (digits === '') return { name: text }
  if (before === '') return isPhone(text) ? { phone: text } : { number: text }
  const isWord = /\s$/.test(before)
  if (isWord && isPhone(digits)) return { name: before.trim(), phone: digits }
  return isWord && !PREFIX.test(before) ? { name: text } : { number: text }
}

/** What stands before a number: "S", "No." */
const PREFIX = /^\p{L}{1,3}\W*$/u

function isPhone(text: string): boolean {
  if (!PHONE.test(text)) return false
  const count = text.replaceAll(/\D/g, '').length
  return count >= SHORTEST_PHONE || (count >= 2 && BEGINS_AS_PHONE.test(text))
}
