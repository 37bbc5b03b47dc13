import type { Period } from '#booking/time/period'
import type { InputOf } from '#calls/contract'
import { WhetherFree } from '../parts/refusals/whether-free.tsx'
import { useCall } from '../service/use-call.ts'
import { useSettled } from '../service/use-settled.ts'
import { useFormat } from '../words/format.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { useWords } from '../words/words.ts'

type Wanted = InputOf<'maintenance.check'>
type PeriodCheckProps = {
  /** Null while the machine or the time is missing. */
  wanted: Wanted | null
  /** Takes a free time that is offered instead. */
  onTake: (period: Period) => void
}

/** While the form is filled: whether the time is free; if not, what is in the way and which times are free instead. */
export function PeriodCheck({ wanted, onTake }: PeriodCheckProps) {
  const say = useWords(maintenanceWords)
  const format = useFormat()
  const { asked, current } = useSettled(wanted)
  const check = useCall('maintenance.check', asked ?? NOTHING, { enabled: asked !== null, alwaysFresh: true })
  if (!wanted) return null
  return (
    <WhetherFree
      answer={asked && current ? check.data : undefined}
      error={current ? check.error : null}
      onTryAgain={() => void check.refetch()}
      free={say('free', { when: format.period(wanted.period) })}
      checking={say('checking')}
      onTake={onTake}
    />
  )
}

/** The input in the query's key while there is no question. */
const NOTHING: Wanted = { machineId: '', period: { kind: 'days', from: '', to: '' } }
