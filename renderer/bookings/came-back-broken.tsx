import { Alert, Stack, Text } from '@mantine/core'
import { brokenOf } from '#booking/machines/condition'
import type { BookingFact } from '#calls/booking-facts'
import type { BookingRow } from '#calls/booking-rows'
import { MAINTENANCE_LENGTHS } from '#calls/limits'
import { MayBreakDown, UnderRepair, useOpenRepair } from '../maintenance/under-repair.tsx'
import { useCall } from '../service/use-call.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { seenInWords } from '../words/readings/readings.ts'
import { useWords } from '../words/words.ts'

type CameBackBrokenProps = { booking: BookingRow; facts: readonly BookingFact[] }

/**
 * Of a machine that came back with something broken: what it is, and its repair, with everything filled in. Nothing more
 * is offered once it has been repaired since.
 */
export function CameBackBroken({ booking, facts }: CameBackBrokenProps) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const back = facts.find(fact => fact.standing && fact.kind === 'return')
  const broken = brokenOf(back?.condition ?? [])
  const { machineId, machineName, number, memberName } = booking
  const isUnderRepair = useOpenRepair(machineId) !== undefined
  const repaired = useRepairedSince(machineId, back?.atMs ?? 0, broken.length > 0)
  if (broken.length === 0) return null
  const what = broken.map(one => seenInWords(one, format)).join('; ')
  const note = `${what} · ${say('numbered', { number })}, ${memberName}`.slice(0, MAINTENANCE_LENGTHS.note)
  return (
    <Alert color={repaired === undefined ? 'red' : 'gray'}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{say('cameBackBroken', { what })}</Text>
        {isUnderRepair ? (
          <UnderRepair machineId={machineId} />
        ) : repaired === undefined ? (
          <>
            <Text size="sm">{say('brokenStays')}</Text>
            <MayBreakDown machineId={machineId} machineName={machineName} note={note} />
          </>
        ) : (
          <Text size="sm">{say('repairedSince', { when: format.instant(repaired) })}</Text>
        )}
      </Stack>
    </Alert>
  )
}

/** When a repair of the machine was finished after an instant; undefined if none was. */
function useRepairedSince(machineId: string, sinceMs: number, enabled: boolean): number | undefined {
  const { data } = useCall('maintenance.list', { machineId, status: 'finished' }, { enabled })
  return data?.maintenance.find(row => row.kind === 'corrective' && (row.finishedMs ?? 0) > sinceMs)
    ?.finishedMs as number | undefined
}
