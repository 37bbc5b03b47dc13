import { FOUND_BY, memberFinder } from '#booking/members/find-member'
import { nextMemberNumber } from '#booking/members/next-number'
import { isOneTypoFromStart, wordsOf } from '#booking/search/text'
import type { CallArgs } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { countByStatus } from '#db/read/bookings'
import {
  barangays,
  firstMembers,
  listMembers,
  type MemberKey,
  memberKeys,
  memberNumbers,
  membersByIds,
  overdueWith,
  readMember,
  type StoredMember,
  shownMember,
} from '#db/read/members'
import { PAGE_SIZE, pageOf, readCursor } from '../law/list-page.ts'
import type { Look } from '../law/record.ts'

/**
 * The type-ahead search (F6): finds members as `memberFinder` says, and allows one typo in words of four letters or
 * more, but none in a number.
 */
export function searchMembers(db: ReadDb, text: string, limit: number) {
  const words = wordsOf(text)
  if (words.length === 0) return firstMembers(db, limit).map(shownMember)
  const keys = memberKeys(db)
  const found = idsFound(keys, text)
  const known = new Set(found)
  const close = found.length < limit ? misspelled(keys, words).filter(id => !known.has(id)) : []
  return membersInOrder(db, [...found, ...close].slice(0, limit)).map(shownMember)
}

/** The ids of the members whom a text finds: the best found first, then by name. */
function idsFound(keys: readonly MemberKey[], text: string): string[] {
  const howFound = memberFinder(text)
  const by = new Map(FOUND_BY.map(how => [how, [] as string[]]))
  for (const { id, searchKey, number, phone } of keys) {
    const how = howFound({ text: searchKey, number, phone })
    if (how) by.get(how)?.push(id)
  }
  return [...by.values()].flat()
}

function membersInOrder(db: ReadDb, ids: readonly string[]): StoredMember[] {
  const byId = new Map(membersByIds(db, ids).map(member => [member.id, member]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** The ids of at most 500 members that a text finds, for searching their bookings. */
export function memberIdsFor(db: ReadDb, text: string): string[] {
  return searchMembers(db, text, 500).map(member => member.id)
}

const SHORTEST_MISSPELLED = 4
/** A number with another digit is another member's number, not a typo. */
const IS_NAME = /^\D+$/

function misspelled(keys: readonly MemberKey[], words: readonly string[]): string[] {
  return keys
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
  const text = args.text ?? ''
  const ids = wordsOf(text).length > 0 ? idsFound(memberKeys(db), text) : undefined
  const filter = { ids, barangay: args.barangay, standing: args.standing, after }
  const { rows, total } = listMembers(db, { ...filter, limit: PAGE_SIZE + 1 })
  const { page, nextCursor } = pageOf(rows, PAGE_SIZE, last => ({ name: last.name, id: last.id }))
  return { members: page.map(shownMember), total, barangays: barangays(db), nextCursor }
}

export function oneMember({ db, nowMs }: Look, memberId: string) {
  const member = readMember(db, memberId)
  return {
    member: member ? shownMember(member) : null,
    counts: countByStatus(db, memberId),
    overdue: overdueWith(db, memberId, nowMs),
  }
}

export function suggestionsFor(db: ReadDb) {
  return { barangays: barangays(db), nextNumber: nextMemberNumber(memberNumbers(db)) }
}
