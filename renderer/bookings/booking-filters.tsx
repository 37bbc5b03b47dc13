import { MultiSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { BOOKING_STATUSES, type BookingStatus, COMING_UP } from '#booking/bookings/status'
import { SEARCH_LENGTH } from '#calls/limits'
import { clearButton } from '../parts/fields/clear-button.ts'
import { DayRange } from '../parts/fields/day-range.tsx'
import { MachinePicker } from '../parts/fields/machine-picker.tsx'
import { MemberPicker, type PickedMember } from '../parts/fields/member-picker.tsx'
import { FilterBar } from '../parts/lists/filter-bar.tsx'
import { useCall } from '../service/use-call.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { bookingStatusWords } from '../words/bookings/statuses.ts'
import { useWords } from '../words/words.ts'

/** Open bookings (pending, upcoming and out), next first; those that are over, or all, latest first. */
export const SCOPES = ['open', 'past', 'all'] as const
export type Scope = (typeof SCOPES)[number]
const OPEN: readonly BookingStatus[] = COMING_UP
export const STATUSES_IN: { readonly [S in Scope]: readonly BookingStatus[] } = {
  open: OPEN,
  past: BOOKING_STATUSES.filter(status => !OPEN.includes(status)),
  all: BOOKING_STATUSES,
}

export type BookingFilter = {
  scope: Scope
  text: string
  status: BookingStatus[]
  machineId: string | null
  member: PickedMember | null
  from: string
  to: string
}
export const NO_FILTER: BookingFilter = {
  scope: 'open',
  text: '',
  status: [],
  machineId: null,
  member: null,
  from: '',
  to: '',
}

export function isFiltered(filter: BookingFilter): boolean {
  const { text, status, machineId, member, from, to } = filter
  return Boolean(text.trim() || status.length || machineId || member || from || to)
}

type BookingFiltersProps = { filter: BookingFilter; onChange: (filter: BookingFilter) => void }

export function BookingFilters({ filter, onChange }: BookingFiltersProps) {
  const say = useWords(bookingWords)
  const named = useWords(bookingStatusWords)
  const set = (part: Partial<BookingFilter>) => onChange({ ...filter, ...part })
  const machines = useCall('machines.list', { withRetired: true }).data ?? []
  const rest = (
    <>
      <MachinePicker
        machines={machines}
        machineId={filter.machineId}
        onPick={machine => set({ machineId: machine.id })}
        placeholder={say('anyMachine')}
        clearLabel={say('anyMachine')}
        onClear={() => set({ machineId: null })}
        style={{ flex: '1 1 130px', minWidth: 0 }}
      />
      <MemberPicker
        member={filter.member}
        onPick={member => set({ member })}
        placeholder={say('anyMember')}
        clearLabel={say('clearMember')}
        onClear={() => set({ member: null })}
        style={{ flex: '1 1 150px', minWidth: 0 }}
      />
      <DayRange value={filter} onChange={set} />
    </>
  )
  return (
    <FilterBar
      more={rest}
      filtered={isFiltered(filter)}
      onClear={() => onChange({ ...NO_FILTER, scope: filter.scope })}
    >
      <TextInput
        label={say('search')}
        placeholder={say('searchHint')}
        title={say('searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.text}
        maxLength={SEARCH_LENGTH}
        onChange={event => set({ text: event.currentTarget.value })}
        style={{ flex: '1 1 170px', minWidth: 0 }}
      />
      <MultiSelect
        label={say('status')}
        placeholder={filter.status.length === 0 ? say('anyStatus') : ''}
        data={BOOKING_STATUSES.filter(status => status !== 'displaced').map(value => ({
          value,
          label: named(value),
        }))}
        value={filter.status}
        onChange={status => set(withStatus(filter.scope, status as BookingStatus[]))}
        clearable
        clearButtonProps={clearButton(say('anyStatus'))}
        style={{ flex: '1 1 140px', minWidth: 0 }}
      />
    </FilterBar>
  )
}

/** A filter for a status that bookings in the scope cannot have searches all bookings. */
export function withStatus(scope: Scope, status: BookingStatus[]): Pick<BookingFilter, 'scope' | 'status'> {
  return { status, scope: status.every(one => STATUSES_IN[scope].includes(one)) ? scope : 'all' }
}
