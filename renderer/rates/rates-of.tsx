import { Button, Stack, Text, Title } from '@mantine/core'
import type { RateRow } from '#calls/rates'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { Confirm } from '../parts/dialogs/confirm.tsx'
import { useInnerForms } from '../parts/form/use-inner-forms.ts'
import { Answered } from '../parts/lists/list-states.tsx'
import { Cell, GroupRow, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { useCall } from '../service/use-call.ts'
import { todayIn, useFormat } from '../words/format.ts'
import { rateInWords } from '../words/money/price.ts'
import { rateStandingWords, rateWithWords, rateWords, validFromInWords } from '../words/money/rates.ts'
import { useWords } from '../words/words.ts'
import { RateForm } from './rate-form.tsx'
import type { RatedThing } from './rated-thing.ts'

/** The rates of a machine with those of its type, or of a type: what is valid, what will be, and what was. */
export function RatesOf({ of, mayChange }: { of: RatedThing; mayChange: boolean }) {
  const say = useWords(rateWords)
  const id = 'machineId' in of ? of.machineId : of.typeId
  const answer = useCall(
    'rates.list',
    'machineId' in of ? { machineId: of.machineId } : { typeId: of.typeId },
  )
  const keptAs = `rate.new.${id}`
  const { open, pressed, left, press, leave } = useInnerForms([keptAs])
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {say('title')}
      </Title>
      <Answered answer={answer}>
        {({ rates }) => <Rates rates={rates} of={of} mayChange={mayChange} />}
      </Answered>
      {!mayChange ? null : open === keptAs ? (
        <RateForm of={of} keptAs={keptAs} autoFocus={pressed} onLeave={leave} />
      ) : (
        <div>
          <Button variant="default" autoFocus={left === keptAs} onClick={() => press(keptAs)}>
            {say('add')}
          </Button>
        </div>
      )}
    </Stack>
  )
}

type RatesProps = { rates: readonly RateRow[]; of: RatedThing; mayChange: boolean }

function Rates({ rates, of, mayChange }: RatesProps) {
  const say = useWords(rateWords)
  const isMachine = 'machineId' in of
  const own = rates.filter(rate => !isMachine || rate.machineId !== null)
  const ofType = rates.filter(rate => isMachine && rate.machineId === null)
  if (rates.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {say('none')}
      </Text>
    )
  const heads = [say('validFrom'), say('centavos'), say('forOthersCentavos'), say('with'), '']
  return (
    <RecordTable caption={say('title')} heads={heads}>
      {own.map(rate => (
        <Row key={rate.id} rate={rate} mayEnd={mayChange && rate.standing === 'now' && rate.per !== null} />
      ))}
      {isMachine && ofType.length > 0 ? (
        <GroupRow columns={heads.length}>{say('ofType', { type: of.type })}</GroupRow>
      ) : null}
      {ofType.map(rate => (
        <Row key={rate.id} rate={rate} mayEnd={false} />
      ))}
    </RecordTable>
  )
}

function Row({ rate: shown, mayEnd }: { rate: RateRow; mayEnd: boolean }) {
  const say = useWords(rateWords)
  const standings = useWords(rateStandingWords)
  const includes = useWords(rateWithWords)
  const format = useFormat()
  const acting = useActOn('rate', shown)
  const { record: rate, asking, ask } = acting
  const { per, centavos, forOthersCentavos, standing } = rate
  const inWords = (amount: number | null) =>
    per && amount !== null ? rateInWords({ centavos: amount, per }, format) : ''
  return (
    <tr>
      <Cell label={say('validFrom')} shape="fixed">
        <Text size="sm" fw={standing === 'now' ? 600 : 400} c={standing === 'before' ? 'dimmed' : undefined}>
          {validFromInWords(rate.validFrom, format)}
        </Text>
        <Text size="xs" c="dimmed">
          {standings(standing)}
        </Text>
        <Unreadable row={rate} />
      </Cell>
      <Cell label={say('centavos')}>{per ? inWords(centavos) : say('until')}</Cell>
      <Cell label={say('forOthersCentavos')}>{inWords(forOthersCentavos)}</Cell>
      <Cell label={say('with')}>{per && rate.with !== 'nothing' ? includes(rate.with) : ''}</Cell>
      <Cell>
        {mayEnd ? (
          <Button size="xs" {...DESTRUCTIVE} onClick={() => ask('rates.stop')}>
            {say('stop')}
          </Button>
        ) : null}
        {asking === 'rates.stop' ? <End acting={acting} /> : null}
      </Cell>
    </tr>
  )
}

function End({ acting }: { acting: ReturnType<typeof useActOn<'rate', RateRow>> }) {
  const { refusal, close, act } = acting
  const say = useWords(rateWords)
  const format = useFormat()
  const stop = useCommand('rates.stop')
  return (
    <Confirm
      title={say('stopTitle')}
      explain={say('stopExplain')}
      confirmLabel={say('stop')}
      dangerous
      busy={stop.busy}
      refusal={refusal}
      onConfirm={() =>
        void act(
          ({ id, version }) => stop.run({ rateId: id, version, validFrom: todayIn(format.calendar) }),
          () => say('stopped'),
        )
      }
      onClose={close}
    />
  )
}
