import { useState } from 'react'
import type { LocalDay } from '#booking/time/day'
import { Answered } from '../parts/lists/list-states.tsx'
import { Page } from '../parts/page.tsx'
import { useCall } from '../service/use-call.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { Counters } from './counters.tsx'
import { DayView } from './day-view.tsx'
import { SheetFoot, SheetHead } from './sheet-head.tsx'
import { TodayHead } from './today-head.tsx'
import { useAskAgainAt } from './use-ask-again-at.ts'
import { useLineKeys } from './use-line-keys.ts'
import './today.css'
import './day-sheet.css'

/** What the office has to do on a day: today, unless another was chosen. */
export function TodayScreen() {
  const say = useWords(todayWords)
  const [day, setDay] = useState<LocalDay | null>(null)
  const [barangay, setBarangay] = useState<string | null>(null)
  const answer = useCall('today.get', day === null ? {} : { day }, { keepPrevious: true })
  const shown = answer.data
  useAskAgainAt(shown?.changesAtMs ?? null, shown?.nowMs ?? 0, answer.refetch)
  const lines = useLineKeys()
  const head = shown ? (
    <TodayHead shown={shown} onDay={setDay} barangay={barangay} onBarangay={setBarangay} />
  ) : null
  return (
    <Page title={say('title')} actions={head}>
      <Answered answer={answer} rows={8}>
        {of => (
          <div className="araro-today" ref={lines}>
            <SheetHead day={of.day} nowMs={of.nowMs} barangay={barangay} />
            <Counters shown={of} />
            <DayView shown={of} barangay={barangay} onAllBarangays={() => setBarangay(null)} />
            <SheetFoot />
          </div>
        )}
      </Answered>
    </Page>
  )
}
