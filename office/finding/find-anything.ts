import { nameFinder, RANK } from '#booking/finding/name-finder'
import { wordsOf } from '#booking/finding/text'
import { namesOfType } from '#booking/machines/also-called'
import type { CallArgs } from '#calls/contract'
import { FOUND } from '#calls/limits'
import type { ReadDb } from '#db/file'
import { readShownBooking, type ShownBooking } from '#db/read/bookings'
import { type MachineKey, machineKeys } from '#db/read/machines'
import { membersByIds } from '#db/read/members'
import { reading } from '#db/transaction'
import { memberIdsFound } from '../members/questions.ts'
import type { Office } from '../office.ts'
import { bookingIdsFound } from './find-bookings.ts'

type Asked = CallArgs['find']['anything']
type Recent = NonNullable<Asked['recent']>

/** Machines, members and bookings that a text finds (F6); without a text, those that the window had open last. */
export function findAnything(office: Office, { text, recent = [] }: Asked) {
  return reading(office.file.db, () => {
    const { db } = office.file
    const nowMs = office.clock.nowMs()
    const ids = (kind: Recent[number]['kind']) => recent.filter(one => one.kind === kind).map(one => one.id)
    const all = machineKeys(db)
    if (wordsOf(text).length === 0) {
      return {
        machines: ids('machine').flatMap(id => all.find(machine => machine.id === id) ?? []),
        members: shownMembers(db, ids('member')),
        bookings: shownBookings(db, ids('booking'), nowMs),
      }
    }
    const machines = machinesFound(all, text)
    const memberIds = recentFirst(memberIdsFound(db, text, MOST_RANKED), ids('member'))
    const wanted = { text, machines: all, recent: ids('booking'), nowMs, atMost: FOUND.most }
    return {
      machines: recentFirst(machines, ids('machine'), machine => machine.id).slice(0, FOUND.most),
      members: shownMembers(db, memberIds.slice(0, FOUND.most)),
      bookings: shownBookings(db, bookingIdsFound(db, wanted), nowMs),
    }
  })
}

/** Of so many that a text finds, the recent ones are put first. */
const MOST_RANKED = 100

function recentFirst<Item>(
  found: readonly Item[],
  recent: readonly string[],
  idOf = (item: Item) => String(item),
) {
  const at = (item: Item) => {
    const index = recent.indexOf(idOf(item))
    return index < 0 ? recent.length : index
  }
  return [...found].sort((a, b) => at(a) - at(b))
}

/** By name first, then by type, also as people call it, and by the number on the plate. */
function machinesFound(machines: readonly MachineKey[], text: string): MachineKey[] {
  const find = nameFinder(text)
  const ranked = machines.map(machine => {
    const { name, type, plate } = machine
    const otherwise = [`${name} ${type} ${plate}`, ...namesOfType(type)].map(find)
    const ranks = [find(name), ...otherwise.map(rank => (rank === null ? null : rank + RANK.typo + 1))]
    const best = Math.min(...ranks.filter(rank => rank !== null))
    return { machine, rank: best + (machine.retired ? RETIRED : 0) }
  })
  return ranked
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank)
    .map(({ machine }) => machine)
}

/** What is no longer used comes last, however well it is found. */
const RETIRED = 10

function shownMembers(db: ReadDb, ids: readonly string[]) {
  const byId = new Map(membersByIds(db, ids).map(member => [member.id, member]))
  return ids.flatMap(one => {
    const member = byId.get(one)
    if (!member) return []
    const { id, name, number, barangay } = member
    return { id, name, number, barangay }
  })
}

function shownBookings(db: ReadDb, ids: readonly string[], nowMs: number) {
  return ids.flatMap(id => {
    const booking = readShownBooking(db, id, nowMs)
    return booking ? foundBooking(booking) : []
  })
}

function foundBooking(booking: ShownBooking) {
  const { id, number, machineName, memberName, period, status, overdue } = booking
  return { id, number, machineName, memberName, period, status, overdue }
}
