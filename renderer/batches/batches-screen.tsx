import { Button, Group, SegmentedControl, Select, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { may } from '#booking/users/roles'
import { SACKS } from '#calls/limits'
import { useBeside } from '../parts/dialogs/use-beside.ts'
import { NumberField } from '../parts/fields/number-field.tsx'
import { readNumber } from '../parts/fields/read-number.ts'
import { keptOf, useFormBroughtBack } from '../parts/form/brought-back.ts'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { Page } from '../parts/page.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { usePages } from '../service/use-pages.ts'
import { batchWords } from '../words/batches/screen.ts'
import { useWords } from '../words/words.ts'
import { BatchRows } from './batch-rows.tsx'
import { BesideBatches, OWN, type Own } from './beside-batches.tsx'
import { FirstWithRoom } from './first-with-room.tsx'

const WHICH = ['coming', 'closed', 'all'] as const
type Which = (typeof WHICH)[number]

/** Batches of dryers and mills: how full they are, and where so many sacks still fit. */
export function BatchesScreen() {
  const say = useWords(batchWords)
  const mayOpen = may(useUser().role, 'enter-bookings')
  const [which, setWhich] = useState<Which>('coming')
  const [beside, setBeside] = useBeside<Own>('batch', OWN)
  useFormBroughtBack(keptAs => {
    const moving = keptOf(keptAs, 'batch')
    if (moving) setBeside(moving === 'new' ? 'open' : { change: moving })
    const filling = keptOf(keptAs, 'fill')
    if (filling) setBeside({ show: filling })
    return moving !== undefined || filling !== undefined
  })
  const nowMs = useMemo(() => Date.now(), [])
  const range = { coming: { fromMs: nowMs }, closed: { toMs: nowMs }, all: {} }[which]
  const answer = usePages('batches.list', { ...range, newestFirst: which !== 'coming' })
  const open = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setBeside('open')}>
      {say('open')}
    </Button>
  )
  const isShown = (state: string) =>
    which === 'all' || (state === 'done' || state === 'cancelled') === (which === 'closed')
  return (
    <Page title={say('title')} actions={mayOpen ? open : null}>
      <Group gap="xs" mb="sm" align="flex-end">
        <SegmentedControl
          aria-label={say('which')}
          value={which}
          onChange={value => setWhich(value as Which)}
          data={WHICH.map(value => ({ value, label: say(value) }))}
        />
        {mayOpen ? <Room /> : null}
      </Group>
      <Paged
        answer={answer}
        rowsOf={page => page.batches.filter(batch => isShown(batch.state))}
        empty={<NoBatches which={which} open={mayOpen ? open : null} go={() => setWhich('coming')} />}
      >
        {batches => <BatchRows batches={batches} onShow={id => setBeside({ show: id })} />}
      </Paged>
      <BesideBatches beside={beside} go={setBeside} />
    </Page>
  )
}

/** Finds the first date with room, while somebody at the counter asks for it. */
function Room() {
  const say = useWords(batchWords)
  const machines = useCall('batches.machines', {}).data ?? []
  const [typed, setTyped] = useState('')
  const [on, setOn] = useState<string | null>(null)
  const sacks = readNumber(typed, SACKS)
  const types = [...new Map(machines.map(one => [one.typeId, one.type]))]
  const choices = [
    ...types.map(([id, name]) => ({ value: `type ${id}`, label: name })),
    ...machines.map(({ id, name }) => ({ value: `machine ${id}`, label: name })),
  ]
  const chosen = on ?? choices[0]?.value
  if (machines.length === 0 || chosen === undefined) return null
  const [kind, id = ''] = chosen.split(' ')
  return (
    <Stack gap={4} role="group" aria-label={say('firstRoomTitle')}>
      <Group gap="xs" align="flex-end">
        <NumberField
          label={say('firstRoomTitle')}
          placeholder={say('firstRoomFor')}
          typed={typed}
          onType={setTyped}
          limits={SACKS}
          optional
        />
        <Select
          aria-label={say('firstRoomOn')}
          value={chosen}
          onChange={setOn}
          data={choices}
          allowDeselect={false}
        />
      </Group>
      {sacks === null ? null : (
        <FirstWithRoom on={kind === 'type' ? { typeId: id } : { machineId: id }} sacks={sacks} />
      )}
    </Stack>
  )
}

type NoBatchesProps = { which: Which; open: React.ReactNode; go: () => void }

function NoBatches({ which, open, go }: NoBatchesProps) {
  const say = useWords(batchWords)
  if (which !== 'closed')
    return <Empty sentence={say(which === 'all' ? 'emptyAll' : 'emptyComing')} action={open} />
  const action = (
    <Button variant="default" onClick={go}>
      {say('toComing')}
    </Button>
  )
  return <Empty sentence={say('emptyClosed')} action={action} />
}
