import { isOneTypoFromStart, wordsOf } from '#booking/finding/text'
import { FOUND_BY, memberFinder } from '#booking/members/find-member'
import { nextMemberNumber } from '#booking/members/next-number'
import { DAY_MS } from '#booking/time/day'
import type { CallArgs } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { countByStatus } from '#db/read/bookings'
import {
  barangays,
  firstMembers,
  listMembers,
  memberNumbers,
  membersByIds,
  overdueWith,
  readMember,
  type StoredMember,
  shownMember,
} from '#db/read/members'
import { readOwedBy } from '#db/read/payments'
import { PAGE_SIZE, pageOf, readCursor } from '../law/list-page.ts'
import type { Look } from '../law/record.ts'
import { type IndexedMember, memberIndex } from './member-index.ts'

/**
 * The type-ahead search (F6): finds members as `memberFinder` says, and allows one typo in words of four letters or
 * more, but none in a number.
 */
export function searchMembers(db: ReadDb, text: string, limit: number) {
  if (wordsOf(text).length === 0) return firstMembers(db, limit).map(shownMember)
  return membersInOrder(db, memberIdsFound(db, text, limit)).map(shownMember)
}

/** The ids of at most `limit` members whom a text finds, the best found first, and after them those that come close. */
export function memberIdsFound(db: ReadDb, text: string, limit: number): string[] {
  const members = memberIndex(db)
  const found = idsFound(members, text)
  if (found.length >= limit) return found.slice(0, limit)
  const known = new Set(found)
  const close = misspelled(members, wordsOf(text)).filter(id => !known.has(id))
  return [...found, ...close].slice(0, limit)
}

/** The ids of the members whom a text finds: the best found first, then by name. */
function idsFound(members: readonly IndexedMember[], text: string): string[] {
  const howFound = memberFinder(text)
  const by = new Map(FOUND_BY.map(how => [how, [] as string[]]))
  for (const member of members) {
    const how = howFound(member)
    if (how) by.get(how)?.push(member.id)
  }
  return [...by.values()].flat()
}

function membersInOrder(db: ReadDb, ids: readonly string[]): StoredMember[] {
  const byId = new Map(membersByIds(db, ids).map(member => [member.id, member]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** The ids of at most 500 members that a text finds, for searching their bookings. */
export function memberIdsFor(db: ReadDb, text: string): string[] {
  return wordsOf(text).length === 0 ? [] : memberIdsFound(db, text, 500)
}

const SHORTEST_MISSPELLED = 4
/** A number with another digit is another member's number, not a typo. */
const IS_NAME = /^\D+$/

function misspelled(members: readonly IndexedMember[], words: readonly string[]): string[] {
  return members.filter(member => isMisspelled(member, words)).map(member => member.id)
}

/** Whether the words find the member after a typo in some of them. */
export function isMisspelled({ text, words: parts }: IndexedMember, words: readonly string[]): boolean {
  return words.every(word => text.includes(word) || isClose(word, parts))
}

function isClose(word: string, parts: readonly string[]): boolean {
  return (
    word.length >= SHORTEST_MISSPELLED &&
    IS_NAME.test(word) &&
    parts.some(part => isOneTypoFromStart(word, part))
  )
}

export function membersPage(db: ReadDb, args: CallArgs['members']['list']) {
  const [name, id] = readCursor(args.cursor) ?? []
  const after = name === undefined ? undefined : { name: String(name), id: String(id) }
  const text = args.text ?? ''
  const ids = wordsOf(text).length > 0 ? idsFound(memberIndex(db), text) : undefined
  const filter = { ids, barangay: args.barangay, standing: args.standing, after }
  const { rows, total } = listMembers(db, { ...filter, limit: PAGE_SIZE + 1 })
  const { page, nextCursor } = pageOf(rows, PAGE_SIZE, last => ({ name: last.name, id: last.id }))
  return { members: page.map(shownMember), total, barangays: barangays(db), nextCursor }
}

export function oneMember({ db, nowMs }: Look, memberId: string) {
  const member = readMember(db, memberId)
  const owes = readOwedBy(db, memberId)
  return {
    member: member ? shownMember(member) : null,
    counts: countByStatus(db, memberId),
    overdue: overdueWith(db, memberId, nowMs),
    owes: owes && { ...owes, days: Math.max(0, Math.floor((nowMs - owes.sinceMs) / DAY_MS)) },
  }
}

export function suggestionsFor(db: ReadDb) {
  return { barangays: barangays(db), nextNumber: nextMemberNumber(memberNumbers(db)) }
}
