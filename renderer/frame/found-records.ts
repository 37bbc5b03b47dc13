import { nameFinder } from '#booking/finding/name-finder'
import { may } from '#booking/users/roles'
import { chooseMachine } from '../calendar/chosen-machine.ts'
import { goTo, openRecord } from '../navigation.ts'
import { nameAndNumber } from '../parts/fields/member-picker.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { bookingStatusWords } from '../words/bookings/statuses.ts'
import { useFormat } from '../words/format.ts'
import { frameWords } from '../words/frame/frame.ts'
import { machineStatusWords } from '../words/machines/statuses.ts'
import { useWords } from '../words/words.ts'
import type { Action } from './everywhere.ts'
import { useRecent } from './recent.ts'

export type Line = Action & { readonly description?: string }
type Records = {
  readonly machines: readonly Line[]
  readonly members: readonly Line[]
  readonly bookings: readonly Line[]
  /** The answer to the text itself is not here yet. */
  readonly searching: boolean
}

/**
 * The machines, members and bookings that a text finds, and for an empty text those that were open last. While the
 * answer to the next letter is under way, what was found before stays as far as the longer text finds it too.
 */
export function useRecords(text: string, typed: string, wanted: boolean): Records {
  const { id: userId, role } = useUser()
  const enabled = wanted && may(role, 'see-office')
  const { opened } = useRecent(userId)
  const answer = useCall('find.anything', { text, recent: [...opened] }, { enabled, keepPrevious: true })
  const lines = useLines()
  const current = text === typed && !answer.isPlaceholderData
  const find = nameFinder(typed)
  const stays = ({ label, description = '' }: Line) => current || find(`${label} ${description}`) !== null
  const { machines = [], members = [], bookings = [] } = (enabled && answer.data) || {}
  return {
    machines: machines.flatMap(lines.machine).filter(stays),
    members: members.map(lines.member).filter(stays),
    bookings: bookings.map(lines.booking).filter(stays),
    searching: enabled && (!current || answer.isFetching),
  }
}

type Found = NonNullable<ReturnType<typeof useCall<'find.anything'>>['data']>

function useLines() {
  const say = useWords(frameWords)
  const status = useWords(bookingStatusWords)
  const machineStatus = useWords(machineStatusWords)
  const format = useFormat()
  return {
    /** Two lines for each machine: the first leads to its calendar, the second to its panel. */
    machine({ id, name, type, plate, retired }: Found['machines'][number]): Line[] {
      const description = [type, plate, retired ? machineStatus('out-of-service') : '']
      const open = {
        id: `open-${id}`,
        label: say('searchOpen', { name }),
        run: () => openRecord('machine', id),
      }
      const calendar = {
        id,
        label: name,
        description: description.filter(Boolean).join(' · '),
        run() {
          chooseMachine(id)
          goTo('calendar')
        },
      }
      return retired ? [{ ...open, description: calendar.description }] : [calendar, open]
    },
    member(member: Found['members'][number]): Line {
      return {
        id: member.id,
        label: nameAndNumber(member),
        description: member.barangay,
        run: () => openRecord('member', member.id),
      }
    },
    booking(booking: Found['bookings'][number]): Line {
      return {
        id: booking.id,
        label: `${booking.machineName} · ${booking.memberName}`,
        description: `${format.period(booking.period)} · ${status(booking.overdue ? 'overdue' : booking.status)}`,
        run: () => openRecord('booking', booking.id),
      }
    },
  }
}
