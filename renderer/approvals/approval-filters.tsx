import { DayField } from '../parts/fields/day-field.tsx'
import { MachinePicker } from '../parts/fields/machine-picker.tsx'
import { FilterBar } from '../parts/lists/filter-bar.tsx'
import { useCall } from '../service/use-call.ts'
import { approvalWords } from '../words/bookings/approvals.ts'
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
  const machines = useCall('machines.list', {}).data ?? []
  const fields = (
    <>
      <MachinePicker
        machines={machines}
        machineId={filter.machineId}
        onPick={machine => onChange({ ...filter, machineId: machine.id })}
        placeholder={say('anyMachine')}
        clearLabel={say('anyMachine')}
        onClear={() => onChange({ ...filter, machineId: null })}
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
