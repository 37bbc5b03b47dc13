import { nameFinder } from '#booking/finding/name-finder'
import { wordsOf } from '#booking/finding/text'
import { namesOfType } from '#booking/machines/also-called'
import { memberFinder } from '#booking/members/find-member'
import { DAY_MS } from '#booking/time/day'
import type { ReadDb } from '#db/file'
import {
  type BookingKey,
  readBookingKeysNamed,
  readBookingKeysOf,
  readBookingNumbered,
  readKeysBefore,
  readKeysNotOver,
} from '#db/read/find-bookings'
import type { MachineKey } from '#db/read/machines'
import { memberIndex } from '../members/member-index.ts'
import { isMisspelled, memberIdsFound } from '../members/questions.ts'

type Wanted = {
  readonly text: string
  readonly machines: readonly MachineKey[]
  /** Those that the window had open last. */
  readonly recent: readonly string[]
  readonly nowMs: number
  readonly atMost: number
}

/** Words beyond these do not narrow the search any more. */
const MOST_WORDS = 6
/** A text that names so few members looks at all their bookings, otherwise at the bookings around today. */
const FEW_MEMBERS = 40
const LOOKED_AT = 3000
const SINCE_DAYS = 45

/**
 * The ids of the bookings that a text finds: by the booking's number, or because each word is in the name of its member
 * or of its machine. The recent ones come first, then those that are not over, by start, and then the latest; after all
 * of them those that are found after a typo in the member's name.
 */
export function bookingIdsFound(db: ReadDb, { text, machines, recent, nowMs, atMost }: Wanted): string[] {
  const words = wordsOf(text).slice(0, MOST_WORDS)
  const every = 2 ** words.length - 1
  const { named, close } = membersByWords(db, words)
  // Written as one word, or with spaces in a phone number, a text also finds a member as a whole.
  for (const id of memberIdsFound(db, text, FEW_MEMBERS)) close.set(id, every)
  const byMachine = new Map(machines.map(machine => [machine.id, wordsIn(machine, words)]))
  const isFound = (members: ReadonlyMap<string, number>, { memberId, machineId }: BookingKey) =>
    ((members.get(memberId) ?? 0) | (byMachine.get(machineId) ?? 0)) === every
  const found = new Set(numberedIn(db, text).map(key => key.id))
  const nearly = new Set<string>()
  for (const some of candidates(db, { members: close, machines: byMachine, every, recent, nowMs })) {
    for (const key of some()) {
      if (isFound(named, key)) found.add(key.id)
      else if (isFound(close, key)) nearly.add(key.id)
      if (found.size >= atMost) return [...found]
    }
  }
  return [...found, ...nearly].slice(0, atMost)
}

const NUMBER = /^\s*(?:no\.?|blg\.?|#)?\s*(\d{1,9})\s*$/i

/** `41`, `#41`, `No. 41`. */
function numberedIn(db: ReadDb, text: string): BookingKey[] {
  const number = NUMBER.exec(text)?.[1]
  return number === undefined ? [] : readBookingNumbered(db, Number(number))
}

type Found = Pick<Wanted, 'recent' | 'nowMs'> & {
  readonly members: ReadonlyMap<string, number>
  readonly machines: ReadonlyMap<string, number>
  readonly every: number
}

/** Readers of the bookings to look at, one after the other until enough are found. */
function candidates(db: ReadDb, { members, machines, every, recent, nowMs }: Found): (() => BookingKey[])[] {
  const byMachineAlone = [...machines.values()].includes(every)
  if (members.size === 0 && !byMachineAlone) return []
  const last = () => readBookingKeysNamed(db, recent)
  if (!byMachineAlone && members.size <= FEW_MEMBERS) {
    return [last, () => readBookingKeysOf(db, [...members.keys()], LOOKED_AT)]
  }
  const sinceMs = nowMs - SINCE_DAYS * DAY_MS
  return [last, () => readKeysNotOver(db, sinceMs, LOOKED_AT), () => readKeysBefore(db, nowMs, LOOKED_AT)]
}

/** For each member that a word finds, which words do: the first word is 1, the second 2, the third 4. */
function membersByWords(db: ReadDb, words: readonly string[]) {
  const named = new Map<string, number>()
  const close = new Map<string, number>()
  const add = (found: Map<string, number>, id: string, at: number) =>
    found.set(id, (found.get(id) ?? 0) | (1 << at))
  words.forEach((word, at) => {
    const how = memberFinder(word)
    for (const member of memberIndex(db)) {
      const isNamed = how(member) !== null
      if (isNamed) add(named, member.id, at)
      if (isNamed || isMisspelled(member, [word])) add(close, member.id, at)
    }
  })
  return { named, close }
}

function wordsIn({ name, type }: MachineKey, words: readonly string[]): number {
  const known = [name, ...namesOfType(type)].join(' ')
  return words.reduce((bits, word, at) => (nameFinder(word)(known) === null ? bits : bits | (1 << at)), 0)
}
