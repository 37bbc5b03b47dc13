import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { COMING_UP } from '#booking/bookings/status'
import { may } from '#booking/users/roles'
import type { MachineRow } from '#calls/machines'
import { BookingsBeside } from '../bookings/bookings-beside.tsx'
import { chooseMachine } from '../calendar/chosen-machine.ts'
import { type ActOn, useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { MachineHistory } from '../maintenance/machine-history.tsx'
import { MayBreakDown, UnderRepair } from '../maintenance/under-repair.tsx'
import { hrefOf } from '../navigation.ts'
import { openBookingForm } from '../open-booking-form.ts'
import { openWaitingForm } from '../open-waiting-form.ts'
import { MachinePapers } from '../papers/machine-papers.tsx'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { OFFERED } from '../parts/buttons/offered.ts'
import { Confirm } from '../parts/dialogs/confirm.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { ListInTheWay, ThingsInTheWay } from '../parts/refusals/in-the-way.tsx'
import { MachineBadge } from '../parts/status/machine-badge.tsx'
import { RatesOf } from '../rates/rates-of.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { machineWords } from '../words/machines/screen.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import { waitingWords } from '../words/waiting/screen.ts'
import { useWords } from '../words/words.ts'
import { useMachineInWords } from './in-words.ts'
import { MachinePhoto } from './machine-photo.tsx'
import { useNowAndNext } from './now-and-next.tsx'
import { StopsOfMachine } from './stops-of-machine.tsx'

type MachinePanelProps = { machine: MachineRow; onChange: () => void; onLeave: () => void }

/** Everything about one machine, and its actions. */
export function MachinePanel({ machine: shown, onChange, onLeave }: MachinePanelProps) {
  const say = useWords(machineWords)
  const waiting = useWords(waitingWords)
  const format = useFormat()
  const inWords = useMachineInWords()
  const acting = useActOn('machine', shown)
  const { record: machine, asking, ask } = acting
  const nowAndNext = useNowAndNext(machine)
  const retired = machine.status === 'out-of-service'
  const { role } = useUser()
  const mayChange = may(role, 'keep-machines') && !retired
  const mayBook = may(role, 'enter-bookings') && !retired
  return (
    <Stack gap="md">
      <div>
        <MachineBadge machine={machine} />
        {retired ? null : nowAndNext}
      </div>
      {retired ? null : <UnderRepair machineId={machine.id} />}
      {retired ? null : <StopsOfMachine machine={machine} />}
      <MachinePhoto machine={machine} mayChange={mayChange} />
      <Facts>
        <Fact label={say('type')}>{machine.type}</Fact>
        <Fact label={say('bookedBy')}>{say(machine.bookingMode)}</Fact>
        <Fact label={say('capacity')}>
          {machine.capacity > 1
            ? `${format.number(machine.capacity)} ${countedUnit(machine.unitName, machine.capacity, format.language)}`
            : null}
        </Fact>
        <Fact label={say('batchSacks')}>{machine.batchSacks && format.number(machine.batchSacks)}</Fact>
        <Fact label={say('daySacks')}>{machine.daySacks && format.number(machine.daySacks)}</Fact>
        <Fact label={say('rate')}>{inWords.rate(machine)}</Fact>
        <Fact label={say('buffers')}>{inWords.buffers(machine)}</Fact>
        <Fact label={say('rules')}>{inWords.rules(machine)}</Fact>
        <Fact label={say('registrationNumber')}>{machine.registrationNumber}</Fact>
        <Fact label={say('location')}>{machine.location}</Fact>
        <Fact label={say('implements')}>{machine.implements.join(', ')}</Fact>
        <Fact label={say('note')}>{machine.note}</Fact>
      </Facts>
      <Group gap="xs" {...OFFERED}>
        {mayBook ? (
          <Button
            onClick={() => {
              openBookingForm({ machineId: machine.id })
              onLeave()
            }}
          >
            {say('book')}
          </Button>
        ) : null}
        {mayBook ? (
          <Button
            variant="default"
            onClick={() => {
              openWaitingForm({ machineId: machine.id })
              onLeave()
            }}
          >
            {waiting('put')}
          </Button>
        ) : null}
        {mayChange ? (
          <Button variant="default" onClick={onChange}>
            {say('change')}
          </Button>
        ) : null}
        {mayBook ? <MayBreakDown machineId={machine.id} machineName={machine.name} /> : null}
        {mayChange ? (
          <Button {...DESTRUCTIVE} onClick={() => ask('machines.retire')}>
            {say('retire')}
          </Button>
        ) : null}
        {retired ? null : (
          <Anchor size="sm" href={hrefOf('calendar')} onClick={() => chooseMachine(machine.id)}>
            {say('calendar')}
          </Anchor>
        )}
      </Group>
      <RatesOf of={{ machineId: machine.id, type: machine.type }} mayChange={mayChange} />
      <BookingsBeside
        of={{ machineId: machine.id, status: [...COMING_UP], order: 'oldest', limit: 5 }}
        title={say('nextBookings')}
        none={say('noNext')}
      />
      <MachinePapers machineId={machine.id} mayChange={mayChange} />
      <MachineHistory machineId={machine.id} />
      {asking === 'machines.retire' ? <Retire acting={acting} /> : null}
    </Stack>
  )
}

function Retire({ acting }: { acting: ActOn<'machine', MachineRow> }) {
  const { record: machine, refusal, close, act } = acting
  const say = useWords(machineWords)
  const format = useFormat()
  const retire = useCommand('machines.retire')
  const look = useCall('machines.promised', { machineId: machine.id }, { alwaysFresh: true })
  const { promised = [], count = 0 } = look.data ?? {}
  const more = count - promised.length
  function run() {
    void act(
      ({ id, version }) => retire.run({ machineId: id, version }),
      ({ name }) => say('retired', { name }),
    )
  }
  return (
    <Confirm
      title={say('retireTitle', { name: machine.name })}
      explain={say('retireExplain')}
      confirmLabel={say('retire')}
      dangerous
      blocked={look.isPending || count > 0}
      busy={retire.busy}
      refusal={count > 0 ? null : refusal}
      onConfirm={run}
      onClose={close}
    >
      {count > 0 ? (
        <Stack gap="xs" role="alert">
          <Text size="sm" fw={600}>
            {say('retirePromised', { count })}
          </Text>
          <ListInTheWay things={promised} onOpen={close} />
          {more > 0 ? <Text size="sm">{say('promisedMore', { count: format.number(more) })}</Text> : null}
        </Stack>
      ) : refusal ? (
        <ThingsInTheWay refusal={refusal} onOpen={close} />
      ) : null}
    </Confirm>
  )
}
