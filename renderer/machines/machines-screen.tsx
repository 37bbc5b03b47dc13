import { Anchor, Button, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { may } from '#booking/users/roles'
import type { MachineRow } from '#calls/machines'
import { hrefOf } from '../navigation.ts'
import { PapersPanel } from '../papers/papers-panel.tsx'
import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import { type Beside, useBeside } from '../parts/dialogs/use-beside.ts'
import { keptOf, useFormBroughtBack } from '../parts/form/brought-back.ts'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { Page } from '../parts/page.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { machineWords } from '../words/machines/screen.ts'
import { paperWords } from '../words/papers/papers.ts'
import { useWords } from '../words/words.ts'
import { MachineForm } from './machine-form.tsx'
import { MachinePanel } from './machine-panel.tsx'
import { MachineRows } from './machine-rows.tsx'
import { MachineTypes } from './machine-types.tsx'

const OWN = ['papers', 'add', 'types'] as const
type Own = (typeof OWN)[number]
/** What everybody may see beside the list. */
const EVERYBODYS = ['papers'] as const

export function MachinesScreen() {
  const say = useWords(machineWords)
  const paper = useWords(paperWords)
  const mayChange = may(useUser().role, 'keep-machines')
  const [withRetired, setWithRetired] = useState(false)
  const [beside, setBeside] = useBeside<Own>('machine', mayChange ? OWN : EVERYBODYS)
  useFormBroughtBack(keptAs => {
    const machine = keptOf(keptAs, 'machine')
    if (machine) setBeside(machine === 'new' ? 'add' : { change: machine })
    // The panel of the types then opens the form of the type.
    if (keptOf(keptAs, 'machine-type')) setBeside('types')
    return machine !== undefined
  })
  const answer = useCall('machines.list', { withRetired }, { keepPrevious: true })
  const papers = (
    <Button variant="default" onClick={() => setBeside('papers')}>
      {paper('title')}
    </Button>
  )
  const actions = mayChange ? (
    <>
      {papers}
      <Button variant="default" onClick={() => setBeside('types')}>
        {say('types')}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setBeside('add')}>
        {say('add')}
      </Button>
    </>
  ) : (
    papers
  )
  return (
    <Page title={say('title')} actions={actions}>
      <Switch
        label={say('withRetired')}
        checked={withRetired}
        onChange={event => setWithRetired(event.currentTarget.checked)}
        mb="sm"
      />
      <Answered answer={answer} rows={8}>
        {machines =>
          machines.length === 0 ? (
            <NoMachines mayChange={mayChange} onAdd={() => setBeside('add')} />
          ) : (
            <MachineRows machines={machines} onShow={machineId => setBeside({ show: machineId })} />
          )
        }
      </Answered>
      <BesideMachines beside={beside} machines={answer.data ?? []} go={setBeside} />
    </Page>
  )
}

function NoMachines({ mayChange, onAdd }: { mayChange: boolean; onAdd: () => void }) {
  const say = useWords(machineWords)
  if (mayChange)
    return <Empty sentence={say('empty')} action={<Button onClick={onAdd}>{say('add')}</Button>} />
  const action = <Anchor href={hrefOf('calendar')}>{say('emptyAction')}</Anchor>
  return <Empty sentence={say('emptyClerk')} action={action} />
}

type BesideMachinesProps = {
  beside: Beside<Own>
  machines: readonly MachineRow[]
  go: (beside: Beside<Own>) => void
}

/** The panel at the right: a machine, its form, or the types. */
function BesideMachines({ beside, machines, go }: BesideMachinesProps) {
  const say = useWords(machineWords)
  const paper = useWords(paperWords)
  const close = () => go(null)
  const id = beside && typeof beside === 'object' ? ('show' in beside ? beside.show : beside.change) : null
  // A link may lead to a machine that is out of service, which the list omits.
  const all = useCall('machines.list', { withRetired: true }, { enabled: id !== null })
  const machine = [...machines, ...(all.data ?? [])].find(one => one.id === id)
  const changing = beside !== null && typeof beside === 'object' && 'change' in beside
  const showing = beside !== null && typeof beside === 'object' && 'show' in beside
  return (
    <>
      <SidePanel opened={showing} title={machine?.name ?? say('title')} onClose={close}>
        {machine ? (
          <MachinePanel
            machine={machine}
            onChange={() => go({ change: machine.id })}
            onLeave={() => go(null)}
          />
        ) : (
          <Answered answer={all}>{() => <Empty sentence={say('gone')} />}</Answered>
        )}
      </SidePanel>
      <SidePanel
        opened={changing || beside === 'add'}
        title={changing ? say('changeTitle', { name: machine?.name ?? '' }) : say('addTitle')}
        onClose={close}
        wide
      >
        <MachineForm
          key={id ?? 'new'}
          machine={changing ? (machine ?? null) : null}
          onSaved={saved => go({ show: saved.id })}
          onLeave={() => go(id ? { show: id } : null)}
        />
      </SidePanel>
      <SidePanel opened={beside === 'types'} title={say('types')} onClose={close}>
        <MachineTypes />
      </SidePanel>
      <SidePanel opened={beside === 'papers'} title={paper('title')} onClose={close} wide>
        <PapersPanel />
      </SidePanel>
    </>
  )
}
