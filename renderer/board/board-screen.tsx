import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { may } from '#booking/users/roles'
import type { MachineToday } from '#calls/calendar'
import { BOARD } from '#calls/limits'
import type { MachineRow } from '#calls/machines'
import { goTo } from '../navigation.ts'
import { Answered, Empty, Failed } from '../parts/lists/list-states.tsx'
import { Page } from '../parts/page.tsx'
import { isFreeNow } from '../parts/status/said-of-machine.ts'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { boardWords } from '../words/board/screen.ts'
import { todayIn, useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { BoardGrid } from './board-grid.tsx'
import { BoardHead } from './board-head.tsx'
import { layoutsOf, rowsOf } from './board-rows.ts'
import { firstShown, useBoardView, useSpan } from './board-view.ts'
import { columnsOf } from './columns.ts'
import './board.css'
import './items.css'
import './print.css'
import '../calendar/legend.css'

/** All machines and what is on them, by days or by the hours of one. */
export function BoardScreen() {
  const say = useWords(boardWords)
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  const machines = useCall('machines.list', {})
  const span = useSpan(narrow)
  const { calendar } = useFormat()
  const today = todayIn(calendar)
  const first = firstShown(
    span,
    useBoardView(state => state.first),
    today,
  )
  return (
    <Page
      title={say('title')}
      wholeLine
      actions={<BoardHead machines={machines.data ?? []} span={span} first={first} today={today} />}
    >
      <Answered answer={machines}>
        {all =>
          all.length === 0 ? (
            <NoMachines />
          ) : (
            <Machines machines={all} narrow={narrow} span={span} first={first} today={today} />
          )
        }
      </Answered>
    </Page>
  )
}

type MachinesProps = {
  machines: readonly MachineRow[]
  narrow: boolean
  span: ReturnType<typeof useSpan>
  first: string
  today: string
}

function Machines({ machines, narrow, span, first, today }: MachinesProps) {
  const say = useWords(boardWords)
  const { calendar } = useFormat()
  const { typeId, onlyFree, folded } = useBoardView()
  const todays = useCall('calendar.today', {}).data
  const todayOf = useMemo(() => new Map(todays?.map(one => [one.machineId, one])), [todays])
  const wanted = useMemo(
    () => chosen(machines, { typeId, onlyFree }, todayOf),
    [machines, typeId, onlyFree, todayOf],
  )
  const shown = useMemo(() => wanted.slice(0, BOARD.machines), [wanted])
  const columns = useMemo(() => columnsOf(span, first, calendar), [span, first, calendar])
  const answer = useCall(
    'board.get',
    {
      fromMs: columns.startMs,
      toMs: columns.endMs,
      ...(machines.length > BOARD.machines ? { machineIds: shown.map(machine => machine.id) } : {}),
    },
    { keepPrevious: true },
  )
  const layouts = useMemo(
    () => layoutsOf(shown, answer.data ?? { events: [], shared: [] }, columns),
    [shown, answer.data, columns],
  )
  const rows = useMemo(() => rowsOf(shown, layouts, folded), [shown, layouts, folded])

  if (answer.error && !answer.data) {
    return <Failed error={answer.error} onTryAgain={() => void answer.refetch()} />
  }
  if (shown.length === 0) return <NoneFound />
  return (
    <>
      {wanted.length > shown.length ? <p>{say('tooMany', { count: BOARD.machines })}</p> : null}
      <BoardGrid
        rows={rows}
        columns={columns}
        span={span}
        first={first}
        today={today}
        todayOf={todayOf}
        narrow={narrow}
        known={answer.data !== undefined && !answer.isPlaceholderData}
      />
    </>
  )
}

type Wanted = { typeId: string | null; onlyFree: boolean }

function chosen(
  machines: readonly MachineRow[],
  { typeId, onlyFree }: Wanted,
  todayOf: ReadonlyMap<string, MachineToday>,
): MachineRow[] {
  return machines.filter(machine => {
    if (typeId !== null && machine.typeId !== typeId) return false
    return !onlyFree || isFreeNow(todayOf.get(machine.id), Date.now())
  })
}

function NoneFound() {
  const say = useWords(boardWords)
  const clear = () => useBoardView.setState({ typeId: null, onlyFree: false })
  return <Empty sentence={say('noneFound')} action={<Button onClick={clear}>{say('clear')}</Button>} />
}

function NoMachines() {
  const say = useWords(boardWords)
  const mayAdd = may(useUser().role, 'keep-machines')
  return (
    <Empty
      sentence={say(mayAdd ? 'noMachines' : 'noMachinesClerk')}
      action={mayAdd ? <Button onClick={() => goTo('machines')}>{say('addMachine')}</Button> : null}
    />
  )
}
