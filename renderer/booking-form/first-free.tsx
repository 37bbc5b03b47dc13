import { Button, Group, Paper, Select, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCalendarSearch, IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { Length } from '#booking/time/length'
import type { Alternative } from '#calls/booking-rows'
import { LENGTHS, UNITS } from '#calls/limits'
import type { MachineRow } from '#calls/machines'
import { NumberField } from '../parts/fields/number-field.tsx'
import { type NumberTyped, readNumber } from '../parts/fields/read-number.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { Failed } from '../parts/lists/list-states.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCall } from '../service/use-call.ts'
import { firstFreeWords } from '../words/bookings/first-free.ts'
import { bookingFormWords } from '../words/bookings/form.ts'
import { useFormat } from '../words/format.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'

type FirstFreeProps = {
  machines: readonly MachineRow[]
  /** The machine of the form. */
  machine: MachineRow | undefined
  /** How long the form's period is; null if it has none yet. */
  length: Length | null
  units: number | null
  formId: string
  /** The booking that is being moved. */
  exceptBookingId: string | undefined
  onTake: (free: Alternative, units: number) => void
}

/** Finds the first free times of any machine of a type, and takes one over into the form. Folded until it is wanted. */
export function FirstFree(props: FirstFreeProps) {
  const say = useWords(firstFreeWords)
  const [opened, setOpened] = useState(false)
  const id = useId()
  function take(free: Alternative, units: number) {
    setOpened(false)
    props.onTake(free, units)
  }
  return (
    <Stack gap="xs">
      <UnstyledButton
        fz="sm"
        c="var(--mantine-primary-color-light-color)"
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        <Group gap={6} wrap="nowrap">
          <IconCalendarSearch size={16} aria-hidden />
          {say(opened ? 'hide' : 'find')}
          {opened ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
        </Group>
      </UnstyledButton>
      <div id={id}>{opened ? <Search {...props} onTake={take} /> : null}</div>
    </Stack>
  )
}

/** In the list of choices, a type has this before its id. */
const TYPE = 'type '

function Search(props: FirstFreeProps) {
  const { machines, machine, length, units: unitsInForm, formId, exceptBookingId, onTake } = props
  const say = useWords(firstFreeWords)
  const form = useWords(bookingFormWords)
  const choices = useChoices(machines, machine)
  const [chosen, setChosen] = useState(choices[0]?.value ?? '')
  const [typed, setTyped] = useState<NumberTyped>(amountOf(length))
  const [unitsTyped, setUnitsTyped] = useState<NumberTyped>(unitsInForm ?? 1)
  const [from, setFrom] = useState('')
  const which = machines.find(one => one.id === chosen || `${TYPE}${one.typeId}` === chosen)
  const byDays = which?.bookingMode !== 'time'
  const limits = byDays ? LENGTHS.days : LENGTHS.hours
  const amount = readNumber(typed, limits)
  const shared = which !== undefined && which.capacity > 1
  const units = shared ? readNumber(unitsTyped, UNITS) : 1
  const [settled] = useDebouncedValue(amount, 250)

  return (
    <Stack gap="sm">
      <Select
        label={say('which')}
        data={choices}
        value={chosen}
        onChange={value => setChosen(value ?? chosen)}
        allowDeselect={false}
        searchable
        selectFirstOptionOnChange
      />
      <Group gap="sm" wrap="nowrap" align="flex-start" grow>
        <NumberField label={say(byDays ? 'days' : 'hours')} typed={typed} onType={setTyped} limits={limits} />
        <WhenField
          label={say('from')}
          mode="days"
          value={from}
          onChange={setFrom}
          examples={say('fromToday')}
        />
      </Group>
      {shared ? (
        <NumberField label={form('units')} typed={unitsTyped} onType={setUnitsTyped} limits={UNITS} />
      ) : null}
      {which && units !== null && settled !== null && settled === amount ? (
        <Times
          wanted={{
            ...(chosen.startsWith(TYPE) ? { typeId: which.typeId } : { machineId: which.id }),
            length: byDays ? { days: settled } : { minutes: Math.round(settled * 60) },
            units,
            ...(from && { from: from.slice(0, 10) }),
            formId,
            ...(exceptBookingId !== undefined && { exceptBookingId }),
          }}
          onTake={free => onTake(free, units)}
        />
      ) : null}
    </Stack>
  )
}

/** Any machine of each type, that of the form's machine first; then the form's machine alone. */
function useChoices(machines: readonly MachineRow[], machine: MachineRow | undefined) {
  const say = useWords(firstFreeWords)
  const inService = machines.filter(one => one.status !== 'out-of-service')
  const types = [...new Map(inService.map(one => [one.typeId, one.type])).entries()]
  const any = types.map(([id, type]) => ({ value: `${TYPE}${id}`, label: say('anyOf', { type }) }))
  const isOwn = ({ value }: { value: string }) => value === `${TYPE}${machine?.typeId}`
  const only = machine ? [{ value: machine.id, label: say('only', { machine: machine.name }) }] : []
  return [...any.filter(isOwn), ...only, ...any.filter(choice => !isOwn(choice))]
}

function amountOf(length: Length | null): number {
  if (!length) return 1
  return 'days' in length ? length.days : length.minutes / 60
}

function Times({
  wanted,
  onTake,
}: {
  wanted: Parameters<typeof useCall<'free.first'>>[1]
  onTake: (free: Alternative) => void
}) {
  const say = useWords(firstFreeWords)
  const part = useWords(partWords)
  const format = useFormat()
  const answer = useCall('free.first', wanted, { alwaysFresh: true, keepPrevious: true })
  if (answer.error) return <Failed error={answer.error} onTryAgain={() => void answer.refetch()} />
  if (!answer.data) return <Text size="sm">{part('searching')}</Text>
  const { free, refusal } = answer.data
  if (refusal) return <RefusalPanel refusal={refusal} />
  if (free.length === 0) {
    return (
      <Paper p="sm" bg="var(--araro-ground)" role="status">
        <Text size="sm">{say('none')}</Text>
      </Paper>
    )
  }
  return (
    <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }} aria-label={say('freeTimes')}>
      {free.map(one => (
        <li key={`${one.machineId} ${format.period(one.period)}`}>
          <Button
            variant="default"
            size="xs"
            h="auto"
            py={6}
            fullWidth
            justify="flex-start"
            styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
            onClick={() => onTake(one)}
          >
            {part('take', { machine: one.machineName, when: format.period(one.period) })}
          </Button>
        </li>
      ))}
    </Stack>
  )
}
