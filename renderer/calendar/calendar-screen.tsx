import { useCalendarController } from '@fullcalendar/react'
import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect } from 'react'
import { may } from '#booking/users/roles'
import { goTo } from '../navigation.ts'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { Page } from '../parts/page.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { calendarWords } from '../words/calendar/screen.ts'
import { useWords } from '../words/words.ts'
import { CalendarHead } from './calendar-head.tsx'
import { chooseMachine, useChosenMachine } from './chosen-machine.ts'
import { Legend } from './legend.tsx'
import { MachineCalendar } from './machine-calendar.tsx'
import { MachineFacts } from './machine-facts.tsx'
import { useCalendarKeys } from './use-calendar-keys.ts'

export function CalendarScreen() {
  const say = useWords(calendarWords)
  const machines = useCall('machines.list', {})
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  const controller = useCalendarController()
  useCalendarKeys(controller)
  const { machineId } = useChosenMachine()
  const firstId = machines.data?.[0]?.id
  useEffect(() => {
    if (!machineId && firstId) chooseMachine(firstId)
  }, [machineId, firstId])
  const machine = machines.data?.find(one => one.id === machineId) ?? machines.data?.[0]
  const head = machine ? (
    <CalendarHead machine={machine} machines={machines.data ?? []} controller={controller} narrow={narrow} />
  ) : null
  return (
    <Page title={say('title')} actions={head}>
      <Answered answer={machines}>
        {() =>
          machine ? (
            <>
              <MachineFacts machine={machine} />
              <MachineCalendar machine={machine} narrow={narrow} controller={controller} />
              <Legend />
            </>
          ) : (
            <NoMachines />
          )
        }
      </Answered>
    </Page>
  )
}

function NoMachines() {
  const say = useWords(calendarWords)
  const mayAdd = may(useUser().role, 'keep-machines')
  return (
    <Empty
      sentence={say(mayAdd ? 'noMachines' : 'noMachinesClerk')}
      action={mayAdd ? <Button onClick={() => goTo('machines')}>{say('addMachine')}</Button> : null}
    />
  )
}
