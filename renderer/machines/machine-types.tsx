import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { RULE_LIMITS } from '#booking/settings/rules'
import type { MachineType } from '#calls/machines'
import { NumberField } from '../parts/fields/number-field.tsx'
import { type NumberTyped, readNumber } from '../parts/fields/read-number.ts'
import { RefusedForm } from '../parts/form/changed-meanwhile.tsx'
import { useKeptTyping } from '../parts/form/kept-typing.ts'
import { RestoredNotice } from '../parts/form/restored-notice.tsx'
import { Answered } from '../parts/lists/list-states.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { useCall } from '../service/use-call.ts'
import { useCommand } from '../service/use-command.ts'
import { machineWords } from '../words/machines/screen.ts'
import { useWords } from '../words/words.ts'

/** The types of machines with what they say differently from the office's rules. */
export function MachineTypes() {
  const say = useWords(machineWords)
  const answer = useCall('machines.types', {})
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {say('typesExplain')}
      </Text>
      <Answered answer={answer} rows={4}>
        {types => (
          <>
            {types.length === 0 ? <Text size="sm">{say('noTypes')}</Text> : null}
            {types.map(type => (
              <Paper key={type.id} withBorder p="sm">
                {open === type.id ? (
                  <TypeForm type={type} onDone={() => setOpen(null)} />
                ) : (
                  <OneType type={type} onChange={() => setOpen(type.id)} />
                )}
              </Paper>
            ))}
          </>
        )}
      </Answered>
      {open === 'new' ? (
        <Paper withBorder p="sm">
          <TypeForm type={null} onDone={() => setOpen(null)} />
        </Paper>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setOpen('new')}
        >
          {say('newType')}
        </Button>
      )}
    </Stack>
  )
}

function OneType({ type, onChange }: { type: MachineType; onChange: () => void }) {
  const say = useWords(machineWords)
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Stack gap={2}>
        <Text fw={600}>{type.name}</Text>
        <Facts>
          <Fact label={say('minNotice')}>{type.minNoticeDays ?? say('asOffice')}</Fact>
          <Fact label={say('maxDays')}>{type.maxDays ?? say('asOffice')}</Fact>
          <Fact label={say('horizon')}>{type.horizonDays ?? say('asOffice')}</Fact>
        </Facts>
      </Stack>
      <Button
        variant="default"
        size="xs"
        aria-label={say('changeType', { name: type.name })}
        onClick={onChange}
      >
        {say('change')}
      </Button>
    </Group>
  )
}

type Day = 'minNoticeDays' | 'maxDays' | 'horizonDays'
type TypeTyped = { name: string } & { [Key in Day]: NumberTyped }

const FIELD_NAMES = {
  name: 'typeName',
  minNoticeDays: 'minNotice',
  maxDays: 'maxDays',
  horizonDays: 'horizon',
} as const

function typedType(type: MachineType | null): TypeTyped {
  return {
    name: type?.name ?? '',
    minNoticeDays: type?.minNoticeDays ?? '',
    maxDays: type?.maxDays ?? '',
    horizonDays: type?.horizonDays ?? '',
  }
}

function TypeForm({ type, onDone }: { type: MachineType | null; onDone: () => void }) {
  const say = useWords(machineWords)
  const kept = useKeptTyping(`machine-type.${type?.id ?? 'new'}`, () => typedType(type), {
    version: type?.version,
  })
  const { typed, setTyped } = kept
  const [seen, setSeen] = useState(type && { ...type, version: kept.version ?? type.version })
  const [asked, setAsked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const add = useCommand('machines.addType')
  const change = useCommand('machines.changeType')

  async function save(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (typed.name.trim() === '' || !(Object.keys(RULE_LIMITS) as Day[]).every(saysDays)) return
    const fields = {
      name: typed.name,
      minNoticeDays: readNumber(typed.minNoticeDays, RULE_LIMITS.minNoticeDays),
      maxDays: readNumber(typed.maxDays, RULE_LIMITS.maxDays),
      horizonDays: readNumber(typed.horizonDays, RULE_LIMITS.horizonDays),
    }
    const outcome = seen
      ? await change.run({ ...fields, typeId: seen.id, version: seen.version })
      : await add.run(fields)
    if (!outcome) return
    if (!outcome.ok) {
      if (seen && outcome.current) follow(outcome.current)
      return setRefusal(outcome.refusal)
    }
    kept.done()
    notifications.show({ message: say('typeSaved', { name: outcome.type.name }) })
    onDone()
  }
  /** An empty field means what the office says. */
  function saysDays(key: Day): boolean {
    return String(typed[key]).trim() === '' || readNumber(typed[key], RULE_LIMITS[key]) !== null
  }
  function follow(current: MachineType) {
    setSeen(current)
    kept.follow(typedType(current), current.version)
  }
  function discard() {
    kept.discard()
    setSeen(type)
  }
  function takeCurrent() {
    kept.beginAt(typedType(seen), seen?.version)
    setRefusal(null)
  }
  const days = (key: Day, label: string) => (
    <NumberField
      label={label}
      placeholder={say('asOffice')}
      limits={RULE_LIMITS[key]}
      typed={typed[key]}
      onType={value => setTyped({ ...typed, [key]: value })}
      optional
    />
  )
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="sm">
        <RestoredNotice shown={kept.restored} onDiscard={discard} />
        <TextInput
          label={say('typeName')}
          value={typed.name}
          maxLength={60}
          onChange={event => setTyped({ ...typed, name: event.currentTarget.value })}
          error={asked && typed.name.trim() === '' ? say('nameNeeded') : null}
          autoFocus
        />
        <Group grow align="flex-start">
          {days('minNoticeDays', say('minNotice'))}
          {days('maxDays', say('maxDays'))}
          {days('horizonDays', say('horizon'))}
        </Group>
        <RefusedForm
          refusal={refusal}
          theirs={kept.theirs}
          nameOf={field => say(FIELD_NAMES[field])}
          onTakeCurrent={seen ? takeCurrent : undefined}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {say('back')}
          </Button>
          <Button type="submit" loading={add.busy || change.busy}>
            {say('saveType')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
