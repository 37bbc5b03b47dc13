import { Text } from '@mantine/core'
import { firstDay } from '#booking/time/period'
import type { MachineRow } from '#calls/machines'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { quotaInWords, quotaWords } from '../words/quotas/quotas.ts'
import { useWords } from '../words/words.ts'
import type { Slot } from './form-fields.ts'

type QuotaLineProps = { memberId: string; machine: MachineRow; slot: Slot }

/** What the member has left of each quota for such a machine, in the time of the booking. Nothing where there is none. */
export function QuotaLine({ memberId, machine, slot }: QuotaLineProps) {
  const say = useWords(quotaWords)
  const format = useFormat()
  const day = firstDay(slot.period, format.calendar)
  const { data } = useCall('quotas.left', { memberId, day }, { keepPrevious: true })
  const about = data?.quotas.filter(({ typeId }) => typeId === null || typeId === machine.typeId) ?? []
  return about.map(quota => (
    <Text key={quota.id} size="sm" c={quota.left > 0 ? 'dimmed' : 'var(--mantine-color-error)'}>
      {quota.typeName ?? say('anyType')}:{' '}
      {say('leftIs', {
        left: format.number(quota.left),
        limit: quotaInWords(quota, format),
        day: format.day(quota.until),
      })}
    </Text>
  ))
}
