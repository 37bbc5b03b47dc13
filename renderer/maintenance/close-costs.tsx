import { Button } from '@mantine/core'
import type { MaintenanceRow } from '#calls/maintenance'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { Confirm } from '../parts/dialogs/confirm.tsx'
import { useFormat } from '../words/format.ts'
import { maintenanceWorkWords } from '../words/maintenance/work.ts'
import { useWords } from '../words/words.ts'

/** The button that closes the costs, once the work is done and everything is on record. */
export function CloseCosts({ row: shown }: { row: MaintenanceRow }) {
  const say = useWords(maintenanceWorkWords)
  const format = useFormat()
  const run = useCommand('maintenance.close')
  const { record: row, refusal, asking, ask, close, act } = useActOn('maintenance', shown)
  const { machineName: machine } = row
  return (
    <>
      <Button size="xs" variant="default" onClick={() => ask('maintenance.close')}>
        {say('close')}
      </Button>
      {asking === 'maintenance.close' ? (
        <Confirm
          title={say('closeTitle')}
          explain={say('closeExplain', { machine, amount: format.money(row.costCentavos) })}
          confirmLabel={say('close')}
          busy={run.busy}
          refusal={refusal}
          onConfirm={() =>
            void act(
              ({ id, version }) => run.run({ maintenanceId: id, version }),
              () => say('closed', { machine }),
            )
          }
          onClose={close}
        />
      ) : null}
    </>
  )
}
