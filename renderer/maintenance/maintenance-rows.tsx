import { Anchor, Button, Group, Text, VisuallyHidden } from '@mantine/core'
import type { MaintenanceRow } from '#calls/maintenance'
import { showInCalendar } from '../calendar/show-in-calendar.ts'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { useHistoryInWords } from '../history/in-words.ts'
import { hrefOf } from '../navigation.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { Confirm } from '../parts/dialogs/confirm.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useFormat } from '../words/format.ts'
import { maintenanceKindWords } from '../words/maintenance/kinds.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { useWords } from '../words/words.ts'

export function MaintenanceRows({ rows, mayPlan }: { rows: readonly MaintenanceRow[]; mayPlan: boolean }) {
  const say = useWords(maintenanceWords)
  const heads = [
    say('when'),
    say('machine'),
    say('kind'),
    say('note'),
    { head: say('by'), leaves: 'first' as const },
  ]
  const status = rows[0]?.status
  const last = status === 'finished' ? [say('finishedAt')] : status === 'planned' && mayPlan ? [''] : []
  return (
    <RecordTable caption={say('title')} heads={[...heads, ...last]}>
      {rows.map(row => (
        <Row key={row.id} row={row} mayPlan={mayPlan} />
      ))}
    </RecordTable>
  )
}

function Row({ row, mayPlan }: { row: MaintenanceRow; mayPlan: boolean }) {
  const say = useWords(maintenanceWords)
  const kind = useWords(maintenanceKindWords)
  const format = useFormat()
  const { who } = useHistoryInWords()
  const begun = row.status === 'planned' && hasBegun(row)
  return (
    <tr>
      <Cell label={say('when')}>
        {format.period(row.period)}
        {begun ? (
          <Text size="sm" c="dimmed">
            {say(row.endMs <= Date.now() ? 'late' : 'now')}
          </Text>
        ) : null}
      </Cell>
      <Cell label={say('machine')} shape="name">
        <Anchor
          size="sm"
          href={hrefOf('calendar')}
          onClick={() => showInCalendar(row.machineId, format.calendar.dayOf(row.startMs))}
        >
          {row.machineName}
        </Anchor>
      </Cell>
      <Cell label={say('kind')}>
        {kind(row.kind)}
        <Unreadable row={row} />
      </Cell>
      <Cell label={say('note')} shape="sentence">
        {row.note}
      </Cell>
      <Cell label={say('by')} leaves="first">
        {who(row.scheduledBy.name)}
        <Text size="sm" c="dimmed">
          {format.instant(row.scheduledMs)}
        </Text>
      </Cell>
      {row.status === 'finished' ? (
        <Cell label={say('finishedAt')}>
          {row.finishedMs === null ? null : format.instant(row.finishedMs)}
        </Cell>
      ) : null}
      {row.status === 'planned' && mayPlan ? (
        <Cell>
          <RowActions row={row} />
        </Cell>
      ) : null}
    </tr>
  )
}

function hasBegun(row: MaintenanceRow): boolean {
  return row.startMs <= Date.now()
}

/** Both actions ask for confirmation, because neither can be undone. */
function RowActions({ row: shown }: { row: MaintenanceRow }) {
  const say = useWords(maintenanceWords)
  const format = useFormat()
  const { record: row, refusal, asking, ask, close, act } = useActOn('maintenance', shown)
  const finish = useCommand('maintenance.finish')
  const cancel = useCommand('maintenance.cancel')
  const namesOf = (of: MaintenanceRow) => ({ machine: of.machineName, when: format.period(of.period) })
  const names = namesOf(row)

  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Button size="xs" onClick={() => ask('maintenance.finish')}>
          {say('finish')} <VisuallyHidden>{say('ofThis', names)}</VisuallyHidden>
        </Button>
        <Button size="xs" {...DESTRUCTIVE} onClick={() => ask('maintenance.cancel')}>
          {say('cancel')} <VisuallyHidden>{say('ofThis', names)}</VisuallyHidden>
        </Button>
      </Group>
      {refusal && !asking ? <RefusalPanel refusal={refusal} /> : null}
      {asking === 'maintenance.finish' ? (
        <Confirm
          title={say('finishTitle')}
          explain={say(hasBegun(row) ? 'finishExplain' : 'finishTooEarly', names)}
          confirmLabel={say('finish')}
          busy={finish.busy}
          refusal={refusal}
          onConfirm={() =>
            void act(
              now => finish.run(on(now)),
              now => say('finishedDone', namesOf(now)),
            )
          }
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
