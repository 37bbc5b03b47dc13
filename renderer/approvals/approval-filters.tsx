import { Select } from '@mantine/core'
import { DayField } from '../parts/fields/day-field.tsx'
import { FilterBar } from '../parts/lists/filter-bar.tsx'
import { useCall } from '../service/use-call.ts'
import { approvalWords } from '../words/bookings/approvals.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'

export type ApprovalFilter = { machineId: string | null; day: string }
export const NO_FILTER: ApprovalFilter = { machineId: null, day: '' }

type ApprovalFiltersProps = {
  filter: ApprovalFilter
  filtered: boolean
  onChange: (filter: ApprovalFilter) => void
}

/** Limits the list to one machine and to the bookings of one day. */
export function ApprovalFilters({ filter, filtered, onChange }: ApprovalFiltersProps) {
  const say = useWords(approvalWords)
  const part = useWords(partWords)
  const machines = useCall('machines.list', {}).data ?? []
  const fields = (
    <>
      <Select
        label={say('machine')}
        placeholder={say('anyMachine')}
        data={machines.map(machine => ({ value: machine.id, label: machine.name }))}
        value={filter.machineId}
        onChange={machineId => onChange({ ...filter, machineId })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': say('anyMachine') }}
        nothingFoundMessage={part('noMachine')}
        style={{ flex: '0 1 220px', minWidth: 0 }}
      />
      <DayField label={say('day')} day={filter.day} onChange={day => onChange({ ...filter, day })} />
    </>
  )
  return (
    <FilterBar more={fields} filtered={filtered} onClear={() => onChange(NO_FILTER)}>
      {null}
    </FilterBar>
  )
}
