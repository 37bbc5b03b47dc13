import { Anchor, Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { MAINTENANCE_STATES, type MaintenanceState } from '#booking/maintenance/kinds'
import { may } from '#booking/users/roles'
import { closeBeside, hrefOf, usePlace } from '../navigation.ts'
import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import { useFormBroughtBack } from '../parts/form/brought-back.ts'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { Page } from '../parts/page.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { usePages } from '../service/use-pages.ts'
import { maintenanceStateWords } from '../words/maintenance/kinds.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { maintenanceWorkWords } from '../words/maintenance/work.ts'
import { useWords } from '../words/words.ts'
import { DueList } from './due-list.tsx'
import { MaintenancePanel } from './maintenance-panel.tsx'
import { MaintenanceRows } from './maintenance-rows.tsx'
import { PlanForm } from './plan-form.tsx'

/** What the address says beside the list: the form of new maintenance is open. It may name a machine to plan for. */
const SCHEDULE = 'schedule'

type Shown = MaintenanceState | 'due'
const SHOWN = ['due', ...MAINTENANCE_STATES] as const

export function MaintenanceScreen() {
  const say = useWords(maintenanceWords)
  const work = useWords(maintenanceWorkWords)
  const named = useWords(maintenanceStateWords)
  const mayPlan = may(useUser().role, 'keep-maintenance')
  const [shown, setShown] = useState<Shown>('scheduled')
  const [pressed, setPressed] = useState(false)
  const { planning, machineId, maintenanceId } = useBeside(mayPlan, pressed)
  const { open } = usePlace()
  function close() {
    setPressed(false)
    if (open !== null) closeBeside('open')
  }
  useFormBroughtBack(keptAs => {
    if (keptAs === 'maintenance') setPressed(true)
    return keptAs === 'maintenance'
  })
  const schedule = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setPressed(true)}>
      {say('schedule')}
    </Button>
  )
  return (
    <Page title={say('title')} actions={mayPlan ? schedule : null}>
      <SegmentedControl
        mb="sm"
        maw="100%"
        style={{ overflowX: 'auto' }}
        aria-label={work('filter')}
        value={shown}
        onChange={value => setShown(value as Shown)}
        data={SHOWN.map(value => ({ value, label: value === 'due' ? work('due') : named(value) }))}
      />
      {shown === 'due' ? (
        <DueList mayPlan={mayPlan} />
      ) : (
        <StateList
          key={shown}
          state={shown}
          mayPlan={mayPlan}
          schedule={() => setPressed(true)}
          onScheduled={() => setShown('scheduled')}
        />
      )}
      <SidePanel opened={planning} title={say('schedule')} onClose={close}>
        <PlanForm
          key={machineId}
          machineId={machineId}
          onSaved={() => {
            close()
            setShown('scheduled')
          }}
          onLeave={close}
        />
      </SidePanel>
      <SidePanel opened={maintenanceId !== null} title={say('title')} onClose={close} wide>
        {maintenanceId === null ? null : (
          <MaintenancePanel key={maintenanceId} maintenanceId={maintenanceId} />
        )}
      </SidePanel>
    </Page>
  )
}

/** What is open beside the list: the form, for a machine if the address names one, or the maintenance that it names. */
function useBeside(mayPlan: boolean, pressed: boolean) {
  const { open } = usePlace()
  const machines = useCall('machines.list', {}).data
  const machineId = machines?.some(one => one.id === open) ? open : null
  const planning = mayPlan && (pressed || open === SCHEDULE || machineId !== null)
  const isMaintenance = open !== null && open !== SCHEDULE && machines !== undefined && machineId === null
  return { planning, machineId, maintenanceId: isMaintenance && !planning ? open : null }
}

type StateListProps = {
  state: MaintenanceState
  mayPlan: boolean
  schedule: () => void
  onScheduled: () => void
}

function StateList({ state, mayPlan, schedule, onScheduled }: StateListProps) {
  const answer = usePages('maintenance.list', { state })
  return (
    <Paged
      answer={answer}
      rowsOf={page => page.maintenance}
      empty={<None state={state} mayPlan={mayPlan} schedule={schedule} toScheduled={onScheduled} />}
    >
      {rows => <MaintenanceRows rows={rows} state={state} mayPlan={mayPlan} />}
    </Paged>
  )
}

type NoneProps = {
  state: MaintenanceState
  mayPlan: boolean
  schedule: () => void
  toScheduled: () => void
}

function None({ state, mayPlan, schedule, toScheduled }: NoneProps) {
  const say = useWords(maintenanceWords)
  const work = useWords(maintenanceWorkWords)
  if (state !== 'scheduled') {
    const action = (
      <Button variant="default" onClick={toScheduled}>
        {work('toScheduled')}
      </Button>
    )
    const sentences = {
      'under-way': work('emptyUnderWay'),
      finished: say('emptyFinished'),
      cancelled: say('emptyCancelled'),
    }
    return <Empty sentence={sentences[state]} action={action} />
  }
  return mayPlan ? (
    <Empty sentence={say('emptyPlanned')} action={<Button onClick={schedule}>{say('schedule')}</Button>} />
  ) : (
    <Empty
      sentence={say('emptyPlannedClerk')}
      action={<Anchor href={hrefOf('calendar')}>{say('toCalendar')}</Anchor>}
    />
  )
}
