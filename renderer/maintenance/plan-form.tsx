import { Answered } from '../parts/lists/list-states.tsx'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { dueInWords } from '../words/maintenance/due.ts'
import { maintenanceWorkWords } from '../words/maintenance/work.ts'
import { useWords } from '../words/words.ts'
import { MaintenanceForm } from './maintenance-form.tsx'

type PlanFormProps = { machineId: string | null; onSaved: () => void; onLeave: () => void }

/**
 * The form of new maintenance. For a machine that is due everything is filled in: the next day on which it is free, why it
 * is due, and who did it last.
 */
export function PlanForm({ machineId, ...rest }: PlanFormProps) {
  const say = useWords(maintenanceWorkWords)
  const format = useFormat()
  // What is proposed begins the form once; it must not come from an earlier look.
  const proposed = useCall(
    'maintenance.propose',
    { machineId: machineId ?? '' },
    { enabled: machineId !== null, alwaysFresh: true },
  )
  if (machineId === null) return <MaintenanceForm {...rest} />
  return (
    <Answered answer={proposed} rows={4}>
      {answer => {
        const because = answer.ok ? dueInWords(answer.because, format) : ''
        const day = answer.ok && answer.period?.kind === 'days' ? answer.period.from : undefined
        const begin = {
          machineId,
          ...(because && { note: say('dueNote', { because }) }),
          ...(day !== undefined && { day }),
          ...(answer.ok && answer.technician && { technician: answer.technician }),
        }
        return <MaintenanceForm begin={begin} {...rest} />
      }}
    </Answered>
  )
}
