import { COMING_UP } from '#booking/bookings/status'
import type { Refusal } from '#booking/refusal'
import { chooseMachine } from '../calendar/chosen-machine.ts'
import { useFirstFree } from '../first-free/use-first-free.ts'
import { goTo, openRecord, screensFor } from '../navigation.ts'
import { openBookingForm } from '../open-booking-form.ts'
import { nameAndNumber } from '../parts/fields/member-picker.tsx'
import { readWanted } from '../parts/fields/read-wanted.ts'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { firstFreeWords } from '../words/bookings/first-free.ts'
import { bookingStatusWords } from '../words/bookings/statuses.ts'
import { todayIn, useFormat } from '../words/format.ts'
import { frameWords } from '../words/frame/frame.ts'
import { screenNames } from '../words/frame/screens.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'

type Action = { id: string; label: string; description?: string; onClick: () => void }
type Group = { group: string; actions: Action[] }

/** `refusal`: why there is no free time as the text asks for. */
type Found = { groups: Group[]; searching: boolean; refusal: Refusal | null }

const MOST_MACHINES = 8

/**
 * The search results for a text.
 * @param settled the text after typing has paused: the office is searched for this one
 */
export function useFound(typed: string, settled: string): Found {
  const say = useWords(frameWords)
  const named = useWords(screenNames)
  const free = useWords(firstFreeWords)
  const { role } = useUser()
  const text = typed.trim()
  const asked = settled.trim()
  const worthAsking = text.length > 1
  const members = useMembers(asked)
  const bookings = useBookings(asked)
  const machines = useMachines(text)
  const current = worthAsking && asked === text
  const first = useFirstTimes(asked)
  const searching = worthAsking && (!current || members.searching || bookings.searching || first.searching)

  const matches = ({ label }: Action) => label.toLowerCase().includes(text.toLowerCase())
  const doing = [{ id: 'new-booking', label: say('newBooking'), onClick: () => openBookingForm() }]
  const screens = screensFor(role).map(name => ({ id: name, label: named(name), onClick: () => goTo(name) }))
  const all = {
    id: 'all-bookings',
    label: say('searchAllBookings', { text }),
    onClick: () => goTo('bookings', { find: text }),
  }
  // A booking matches only by its member, its machine or its number. Without any, or where a free time is asked for,
  // there is nothing to list.
  const mayBeBooked =
    current && !first.asked && (members.actions.length > 0 || machines.length > 0 || /\d/.test(text))
  const groups = [
    { group: free('title'), actions: current ? first.actions : [] },
    { group: say('searchDo'), actions: doing.filter(matches) },
    { group: say('searchScreens'), actions: screens.filter(matches) },
    { group: say('searchMachines'), actions: worthAsking ? machines : [] },
    { group: say('searchMembers'), actions: current ? members.actions : [] },
    { group: say('searchBookings'), actions: current ? bookings.actions : [] },
    { group: say('searchAll'), actions: mayBeBooked ? [all] : [] },
  ]
  return {
    groups: groups.filter(group => group.actions.length > 0),
    searching,
    refusal: current ? first.refusal : null,
  }
}

/** `a tractor for 3 days from the 10th`: each of the first free times opens the form with it. */
function useFirstTimes(text: string) {
  const part = useWords(partWords)
  const format = useFormat()
  const wanted = readWanted(text, todayIn(format.calendar))
  const { free, refusal, searching } = useFirstFree(wanted)
  const actions = free.map(({ machineId, machineName, period }) => ({
    id: `${machineId} ${format.period(period)}`,
    label: part('take', { machine: machineName, when: format.period(period) }),
    onClick: () => openBookingForm({ machineId, period, ...(wanted?.units ? { units: wanted.units } : {}) }),
  }))
  return { actions, refusal, searching, asked: wanted !== null }
}

/** Two lines for each machine: the first leads to its calendar, the second to its panel. */
function useMachines(text: string): Action[] {
  const say = useWords(frameWords)
  const machines = useCall('machines.list', {}, { enabled: text.length > 1 }).data ?? []
  const wanted = text.toLowerCase()
  // Names that begin with the text come first: "Tractor 1" before "Hand Tractor 1".
  const rank = ({ name }: { name: string }) => (name.toLowerCase().startsWith(wanted) ? 0 : 1)
  return machines
    .filter(({ name, type, registrationNumber }) =>
      `${name} ${type} ${registrationNumber}`.toLowerCase().includes(wanted),
    )
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_MACHINES)
    .flatMap(({ id, name, type, registrationNumber }) => [
      {
        id,
        label: name,
        description: [type, registrationNumber].filter(Boolean).join(' · '),
        onClick: () => {
          chooseMachine(id)
          goTo('calendar')
        },
      },
      { id: `open-${id}`, label: say('searchOpen', { name }), onClick: () => openRecord('machine', id) },
    ])
}

function useMembers(text: string) {
  const found = useCall('members.search', { text, limit: 8 }, { enabled: text.length > 1 })
  const actions = (found.data ?? []).map(member => ({
    id: member.id,
    label: nameAndNumber(member),
    description: member.barangay,
    onClick: () => openRecord('member', member.id),
  }))
  return { actions, searching: found.isFetching }
}

/** The next matching bookings that are not over. */
function useBookings(text: string) {
  const status = useWords(bookingStatusWords)
  const format = useFormat()
  const input = { text, status: [...COMING_UP], order: 'oldest' as const, limit: 5 }
  const found = useCall('bookings.list', input, { enabled: text.length > 1 })
  const actions = (found.data?.bookings ?? []).map(booking => ({
    id: booking.id,
    label: `${booking.machineName} · ${booking.memberName}`,
    description: `${format.period(booking.period)} · ${status(booking.overdue ? 'overdue' : booking.status)}`,
    onClick: () => openRecord('booking', booking.id),
  }))
  return { actions, searching: found.isFetching }
}
