import { COMING_UP } from '#booking/bookings/status'
import { chooseMachine } from '../calendar/chosen-machine.ts'
import { goTo, openRecord, screensFor } from '../navigation.ts'
import { openBookingForm } from '../open-booking-form.ts'
import { nameAndNumber } from '../parts/fields/member-picker.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { bookingStatusWords } from '../words/bookings/statuses.ts'
import { useFormat } from '../words/format.ts'
import { frameWords } from '../words/frame/frame.ts'
import { screenNames } from '../words/frame/screens.ts'
import { useWords } from '../words/words.ts'

type Action = { id: string; label: string; description?: string; onClick: () => void }
type Group = { group: string; actions: Action[] }

const MOST_MACHINES = 8

/**
 * The search results for a text.
 * @param settled the text after typing has paused: the office is searched for this one
 */
export function useFound(typed: string, settled: string): { groups: Group[]; searching: boolean } {
  const say = useWords(frameWords)
  const named = useWords(screenNames)
  const { role } = useUser()
  const text = typed.trim()
  const asked = settled.trim()
  const worthAsking = text.length > 1
  const members = useMembers(asked)
  const bookings = useBookings(asked)
  const machines = useMachines(text)
  const current = worthAsking && asked === text
  const searching = worthAsking && (!current || members.searching || bookings.searching)

  const matches = ({ label }: Action) => label.toLowerCase().includes(text.toLowerCase())
  const doing = [{ id: 'new-booking', label: say('newBooking'), onClick: () => openBookingForm() }]
  const screens = screensFor(role).map(name => ({ id: name, label: named(name), onClick: () => goTo(name) }))
  const all = {
    id: 'all-bookings',
    label: say('searchAllBookings', { text }),
    onClick: () => goTo('bookings', { find: text }),
  }
  // A booking matches only by its member, its machine or its number, so without any there is nothing to list.
  const mayBeBooked = current && (members.actions.length > 0 || machines.length > 0 || /\d/.test(text))
  const groups = [
    { group: say('searchDo'), actions: doing.filter(matches) },
    { group: say('searchScreens'), actions: screens.filter(matches) },
    { group: say('searchMachines'), actions: worthAsking ? machines : [] },
    { group: say('searchMembers'), actions: current ? members.actions : [] },
    { group: say('searchBookings'), actions: current ? bookings.actions : [] },
    { group: say('searchAll'), actions: mayBeBooked ? [all] : [] },
  ]
  return { groups: groups.filter(group => group.actions.length > 0), searching }
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
