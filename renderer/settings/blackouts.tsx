import { Button, Stack, Text, Title } from '@mantine/core'
import type { BlackoutRow } from '#calls/holidays'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { useInnerForms } from '../parts/form/use-inner-forms.ts'
import { Answered } from '../parts/lists/list-states.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { hoursWords } from '../words/hours/screen.ts'
import { useWords } from '../words/words.ts'
import { BlackoutForm } from './blackout-form.tsx'
import { Reached } from './reached.tsx'

/** Times in which machines are not booked, and whom each of them reaches (B3). */
export function Blackouts({ mayChange }: { mayChange: boolean }) {
  const say = useWords(hoursWords)
  const answer = useCall('blackouts.list', {})
  return (
    <Stack gap="sm" component="section" aria-label={say('stops')}>
      <Title order={2} size="h5">
        {say('stops')}
      </Title>
      <Text size="sm" c="dimmed">
        {say('stopsExplain')}
      </Text>
      <Answered answer={answer}>
        {({ blackouts }) =>
          blackouts.length === 0 ? (
            <Text size="sm">{say('noStops')}</Text>
          ) : (
            <RecordTable caption={say('stops')} heads={[say('what'), say('when'), say('reason'), '']}>
              {blackouts.map(row => (
                <BlackoutLine key={row.id} shown={row} mayChange={mayChange} />
              ))}
            </RecordTable>
          )
        }
      </Answered>
      {mayChange ? <AddBlackout /> : null}
    </Stack>
  )
}

function BlackoutLine({ shown, mayChange }: { shown: BlackoutRow; mayChange: boolean }) {
  const say = useWords(hoursWords)
  const format = useFormat()
  const on = useActOn('blackout', shown)
  const remove = useCommand('blackouts.remove')
  const { id: blackoutId, what, period, reason } = shown
  const takeBack = () =>
    on.act(
      ({ version }) => remove.run({ blackoutId, version }),
      () => say('takenBack', { reason }),
    )
  return (
    <tr>
      <Cell label={say('what')} shape="name">
        {what || say('everything')}
      </Cell>
      <Cell label={say('when')} shape="fixed">
        {format.period(period)}
      </Cell>
      <Cell label={say('reason')} shape="sentence">
        {reason}
        <Reached of={shown} />
        {on.refusal ? <RefusalPanel refusal={on.refusal} /> : null}
      </Cell>
      <Cell>
        {mayChange ? (
          <Button
            size="xs"
            variant="default"
            loading={remove.busy}
            aria-label={say('takeBackOf', { reason })}
            onClick={() => void takeBack()}
          >
            {say('takeBack')}
          </Button>
        ) : null}
      </Cell>
    </tr>
  )
}

const KEPT_AS = 'settings.hours.stop'

function AddBlackout() {
  const say = useWords(hoursWords)
  const { open, left, pressed, press, leave } = useInnerForms([KEPT_AS])
  if (open === KEPT_AS) return <BlackoutForm keptAs={KEPT_AS} autoFocus={pressed} onLeave={leave} />
  return (
    <div>
      <Button variant="default" autoFocus={left === KEPT_AS} onClick={() => press(KEPT_AS)}>
        {say('addStop')}
      </Button>
    </div>
  )
}
