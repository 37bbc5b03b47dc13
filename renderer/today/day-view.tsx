import { Anchor, Text } from '@mantine/core'
import type { DayPart } from '#booking/today/part-of-day'
import { may } from '#booking/users/roles'
import type { DayAnswer, DayLine } from '#calls/today'
import { hrefOf } from '../navigation.ts'
import { Empty } from '../parts/lists/list-states.tsx'
import { useUser } from '../service/sign-in.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { ClosedDay } from './closed-day.tsx'
import { type DayInWords, useDayInWords } from './day-in-words.ts'
import { DayLines } from './day-lines.tsx'
import { DownList } from './down-list.tsx'
import { Figures } from './figures.tsx'
import { FreeNow } from './free-now.tsx'
import { from } from './from-barangay.ts'
import { OffersRunning } from './offers-running.tsx'
import { Part } from './part.tsx'
import { SettleFirst } from './settle-first.tsx'
import { ToCollect } from './to-collect.tsx'
import { Tomorrow } from './tomorrow.tsx'
import { WaitingFirst } from './waiting-first.tsx'

type DayViewProps = { shown: DayAnswer; barangay: string | null; onAllBarangays: () => void }

/** The lists of a day: what somebody must do first stands first. */
export function DayView({ shown, barangay, onAllBarangays }: DayViewProps) {
  const say = useWords(todayWords)
  const inWords = useDayInWords(shown)
  const { day, today, tomorrow } = shown
  const isToday = day === today
  const mayDecide = may(useUser().role, 'decide-bookings')
  const parts = { shown, barangay, inWords }
  const settle = from(barangay, shown.settle)
  const offers = shown.offers.filter(offer => barangay === null || offer.memberBarangay === barangay)
  const collect = shown.collect.filter(line => barangay === null || line.memberBarangay === barangay)
  const lists = [shown.overdue, shown.notFetched, shown.goingOut, shown.dueBack].flat()
  if (barangay !== null && [...from(barangay, lists), ...settle, ...offers, ...collect].length === 0) {
    return (
      <Empty
        sentence={say('noneFrom', { barangay: barangay || say('noBarangay') })}
        action={
          <Anchor component="button" onClick={onAllBarangays}>
            {say('allBarangays')}
          </Anchor>
        }
      />
    )
  }
  return (
    <>
      <ClosedDay day={day} isToday={isToday} />
      <WaitingFirst waiting={shown.waiting} count={shown.counts.waiting} />
      <ListOf part="overdue" {...parts} />
      <SettleFirst lines={settle} shown={shown.settle} count={shown.counts.settle} />
      <ListOf part="goingOut" {...parts} none={say(isToday ? 'nothingGoesOut' : 'nothingWentOut')} />
      <ListOf part="dueBack" {...parts} none={say(isToday ? 'nothingComesBack' : 'nothingCameBack')} />
      <ToCollect lines={collect} shown={shown.collect} count={shown.counts.collect} />
      <ListOf part="notFetched" {...parts} hint={say('notFetchedHint')} />
      <OffersRunning offers={offers} left={shown.counts.offers - shown.offers.length} inWords={inWords} />
      <FreeNow free={shown.free} inWords={inWords} />
      <DownList down={shown.down} acts={isToday} />
      {isToday && mayDecide ? <Figures /> : null}
      {tomorrow ? <Tomorrow tomorrow={tomorrow} shown={shown} barangay={barangay} /> : null}
    </>
  )
}

type ListOfProps = {
  part: DayPart
  shown: DayAnswer
  barangay: string | null
  inWords: DayInWords
  /** What is said if there is nothing; without it, the list is then left out. */
  none?: string
  hint?: string
}

function ListOf({ part, shown, barangay, inWords, none, hint }: ListOfProps) {
  const say = useWords(todayWords)
  const all: readonly DayLine[] = shown[part]
  const lines = from(barangay, all)
  const left = shown.counts[part] - all.length
  if (lines.length === 0 && none === undefined) return null
  return (
    <Part name={part} title={say(part)} count={lines.length}>
      {hint ? (
        <Text size="sm" c="dimmed" mb={4}>
          {hint}
        </Text>
      ) : null}
      {lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <DayLines
          part={part}
          caption={say(part)}
          lines={lines}
          inWords={inWords}
          acts={shown.day === shown.today}
        />
      )}
      {left > 0 ? (
        <Anchor size="sm" href={hrefOf('bookings')}>
          {say('moreInBookings', { count: left })}
        </Anchor>
      ) : null}
    </Part>
  )
}
