import { nextMemberNumber } from '#booking/members/next-number'
import type { CallArgs } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { countByStatus } from '#db/read/bookings'
import {
  barangays,
  firstMembers,
  listMembers,
  memberKeys,
  memberNumbers,
  membersByIds,
  membersContaining,
  readMember,
  shownMember,
} from '#db/read/members'
import { PAGE_SIZE, pageOf, readCursor } from '../law/list-page.ts'
import { isOneTypoFromStart, wordsOf } from './search-text.ts'

/**
 * The type-ahead search (F6). Finds any part of a name or number, ignores diacritics, and allows one typo in words
 * of four letters or more, but none in a number.
 */
export function searchMembers(db: ReadDb, text: string, limit: number) {
  const words = wordsOf(text)
  if (words.length === 0) return firstMembers(db, limit).map(shownMember)
  const found = membersContaining(db, words, limit)
  const known = new Set(found.map(member => member.id))
  const close = found.length < limit ? misspelled(db, words).filter(id => !known.has(id)) : []
  return [...found, ...membersByIds(db, close.slice(0, limit - found.length))].map(shownMember)
}

/** The ids of at most 500 members that a text finds, for searching their bookings. */
export function memberIdsFor(db: ReadDb, text: string): string[] {
  return searchMembers(db, text, 500).map(member => member.id)
}

const SHORTEST_MISSPELLED = 4
/** A number with another digit is another member's number, not a typo. */
const IS_NAME = /^\D+$/

function misspelled(db: ReadDb, words: readonly string[]): string[] {
  return memberKeys(db)
    .filter(({ searchKey }) => {
      const parts = searchKey.split(' ')
      return words.every(word => searchKey.includes(word) || isClose(word, parts))
    })
    .map(member => member.id)
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
  const filter = { words: wordsOf(args.text ?? ''), barangay: args.barangay, standing: args.standing, after }
  const { rows, total } = listMembers(db, { ...filter, limit: PAGE_SIZE + 1 })
  const { page, nextCursor } = pageOf(rows, PAGE_SIZE, last => ({ name: last.name, id: last.id }))
  return { members: page.map(shownMember), total, barangays: barangays(db), nextCursor }
}

export function memberWithCounts(db: ReadDb, memberId: string) {
  const member = readMember(db, memberId)
  return { member: member ? shownMember(member) : null, counts: countByStatus(db, memberId) }
}

export function suggestionsFor(db: ReadDb) {
  return { barangays: barangays(db), nextNumber: nextMemberNumber(memberNumbers(db)) }
}
