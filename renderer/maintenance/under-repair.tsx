import { Stack, Text } from '@mantine/core'
import { may } from '#booking/users/roles'
import { PhotoThumbs } from '../parts/photos/photo-thumbs.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { maintenanceKindWords } from '../words/maintenance/kinds.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { useWords } from '../words/words.ts'
import { BrokeDown, type Broken } from './broke-down.tsx'
import { RepairActions } from './repair-actions.tsx'
import { useExpectedEnd } from './repair-in-words.ts'

/** The repair that a machine is under until it is finished, with what can be done; undefined if it is under none. */
export function useOpenRepair(machineId: string) {
  const { data } = useCall('maintenance.list', { machineId, status: 'planned' })
  return data?.maintenance.find(row => row.openEnded)
}

/** Of a machine under a repair without a known end: since when, until when it is expected, and its actions. */
export function UnderRepair({ machineId }: { machineId: string }) {
  const say = useWords(maintenanceWords)
  const kind = useWords(maintenanceKindWords)
  const format = useFormat()
  const mayEnd = may(useUser().role, 'keep-maintenance')
  const expectedEnd = useExpectedEnd()
  const row = useOpenRepair(machineId)
  if (!row) return null
  return (
    <Stack gap={6}>
      <Text size="sm">
        {kind(row.kind)}
        {row.note ? `: ${row.note}` : ''}. {say('sinceUntil', { since: format.instant(row.startMs) })},{' '}
        {expectedEnd(row)}.
      </Text>
      <PhotoThumbs hashes={row.photos} />
      <RepairActions row={row} mayEnd={mayEnd} />
    </Stack>
  )
}

/** The button "Broke down", unless the machine is under such a repair already. */
export function MayBreakDown(machine: Broken) {
  return useOpenRepair(machine.machineId) ? null : <BrokeDown {...machine} />
}
