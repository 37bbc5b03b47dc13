import { Anchor, Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { MAINTENANCE_STATUSES, type MaintenanceStatus } from '#booking/maintenance/kinds'
import { may } from '#booking/users/roles'
import { closeBeside, hrefOf, usePlace } from '../navigation.ts'
import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import { useFormBroughtBack } from '../parts/form/brought-back.ts'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { Page } from '../parts/page.tsx'
import { useUser } from '../service/sign-in.ts'
import { usePages } from '../service/use-pages.ts'
import { maintenanceStatusWords } from '../words/maintenance/kinds.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { useWords } from '../words/words.ts'
import { MaintenanceForm } from './maintenance-form.tsx'
import { MaintenanceRows } from './maintenance-rows.tsx'

/** What the address says beside the list: the form of new maintenance is open. It may name a machine instead. */
const SCHEDULE = 'schedule'

export function MaintenanceScreen() {
  const say = useWords(maintenanceWords)
  const named = useWords(maintenanceStatusWords)
  const mayPlan = may(useUser().role, 'keep-maintenance')
  const [status, setStatus] = useState<MaintenanceStatus>('planned')
  const place = usePlace()
  const [pressed, setPressed] = useState(false)
  const planning = mayPlan && (pressed || place.open !== null)
  const forMachine = place.open === SCHEDULE ? null : place.open
  function setPlanning(open: boolean) {
    setPressed(open)
    if (!open && place.open !== null) closeBeside('open')
  }
  useFormBroughtBack(keptAs => {
    if (keptAs === 'maintenance') setPlanning(true)
    return keptAs === 'maintenance'
  })
  const answer = usePages('maintenance.list', { status })
  const schedule = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setPlanning(true)}>
      {say('schedule')}
    </Button>
  )
  return (
    <Page title={say('title')} actions={mayPlan ? schedule : null}>
      <SegmentedControl
        mb="sm"
        aria-label={say('title')}
        value={status}
        onChange={value => setStatus(value as MaintenanceStatus)}
        data={MAINTENANCE_STATUSES.map(value => ({ value, label: named(value) }))}
      />
      <Paged
        answer={answer}
        rowsOf={page => page.maintenance}
        empty={
          <NoMaintenance
            status={status}
            mayPlan={mayPlan}
            schedule={() => setPlanning(true)}
            go={setStatus}
          />
        }
      >
        {rows => <MaintenanceRows rows={rows} mayPlan={mayPlan} />}
      </Paged>
      <SidePanel opened={planning} title={say('schedule')} onClose={() => setPlanning(false)}>
        <MaintenanceForm
          key={forMachine}
          begin={forMachine === null ? undefined : { machineId: forMachine }}
          onSaved={() => {
            setPlanning(false)
            setStatus('planned')
          }}
          onLeave={() => setPlanning(false)}
        />
      </SidePanel>
    </Page>
  )
}

type NoMaintenanceProps = {
  status: MaintenanceStatus
  mayPlan: boolean
  schedule: () => void
  go: (status: MaintenanceStatus) => void
}

function NoMaintenance({ status, mayPlan, schedule, go }: NoMaintenanceProps) {
  const say = useWords(maintenanceWords)
  if (status !== 'planned') {
    const action = (
      <Button variant="default" onClick={() => go('planned')}>
        {say('toPlanned')}
      </Button>
    )
    return (
      <Empty sentence={say(status === 'finished' ? 'emptyFinished' : 'emptyCancelled')} action={action} />
    )
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
