import { Button, Group, VisuallyHidden } from '@mantine/core'
import type { MaintenanceRow } from '#calls/maintenance'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { Confirm } from '../parts/dialogs/confirm.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useFormat } from '../words/format.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { maintenanceWorkWords } from '../words/maintenance/work.ts'
import { useWords } from '../words/words.ts'
import { ExpectEnd } from './expect-end.tsx'
import { hasBegun } from './has-begun.ts'
import { WorkDialog } from './work-dialog.tsx'

type RepairActionsProps = {
  row: MaintenanceRow
  mayEnd: boolean
  /** Whether it can be called off here as well. */
  mayCancel?: boolean
}

/**
 * What can be done with planned maintenance: to note that the work begins or ended, for whoever may, and to say when it
 * is expected to end if it lasts. Work that has begun is not called off any more.
 */
export function RepairActions({ row: shown, mayEnd, mayCancel = mayEnd }: RepairActionsProps) {
  const say = useWords(maintenanceWords)
  const work = useWords(maintenanceWorkWords)
  const format = useFormat()
  const { record: row, refusal, asking, ask, close, act } = useActOn('maintenance', shown)
  const cancel = useCommand('maintenance.cancel')
  const expect = useCommand('maintenance.expect')
  const namesOf = (of: MaintenanceRow) => ({ machine: of.machineName, when: format.period(of.period) })
  const names = namesOf(row)

  return (
    <>
      <Group gap="xs">
        {mayEnd && row.startedMs === null && hasBegun(row) ? (
          <Button size="xs" variant="default" onClick={() => ask('maintenance.start')}>
            {work('start')} <VisuallyHidden>{say('ofThis', names)}</VisuallyHidden>
          </Button>
        ) : null}
        {mayEnd ? (
          <Button size="xs" onClick={() => ask('maintenance.finish')}>
            {say('finish')} <VisuallyHidden>{say('ofThis', names)}</VisuallyHidden>
          </Button>
        ) : null}
        {row.openEnded ? (
          <Button size="xs" variant="default" onClick={() => ask('maintenance.expect')}>
            {say('expectEnd')} <VisuallyHidden>{say('ofThis', names)}</VisuallyHidden>
          </Button>
        ) : null}
        {mayCancel && row.startedMs === null ? (
          <Button size="xs" {...DESTRUCTIVE} onClick={() => ask('maintenance.cancel')}>
            {say('cancel')} <VisuallyHidden>{say('ofThis', names)}</VisuallyHidden>
          </Button>
        ) : null}
      </Group>
      {refusal && !asking ? <RefusalPanel refusal={refusal} /> : null}
      {asking === 'maintenance.expect' ? (
        <ExpectEnd
          row={row}
          busy={expect.busy}
          refusal={refusal}
          onExpect={expectedEndMs =>
            void act(
              now => expect.run({ ...on(now), expectedEndMs }),
              now =>
                expectedEndMs === null
                  ? say('expectedUnknown', namesOf(now))
                  : say('expectedDone', { ...namesOf(now), when: format.instant(expectedEndMs) }),
            )
          }
          onClose={close}
        />
      ) : null}
      {asking === 'maintenance.start' || asking === 'maintenance.finish' ? (
        <WorkDialog
          row={row}
          asked={{ step: asking === 'maintenance.start' ? 'start' : 'finish' }}
          onClose={close}
        />
      ) : null}
      {asking === 'maintenance.cancel' ? (
        <Confirm
          title={say('cancelTitle')}
          explain={say('cancelExplain', names)}
          confirmLabel={say('cancelMaintenance')}
          keepLabel={say('keepMaintenance')}
          dangerous
          busy={cancel.busy}
          refusal={refusal}
          onConfirm={() =>
            void act(
              now => cancel.run(on(now)),
              now => say('cancelledDone', namesOf(now)),
            )
          }
          onClose={close}
        />
      ) : null}
    </>
  )
}

function on({ id, version }: MaintenanceRow) {
  return { maintenanceId: id, version }
}
