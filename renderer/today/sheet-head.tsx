import { PaperHead } from '../parts/paper/paper-head.tsx'
import { useFormat } from '../words/format.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'

type SheetHeadProps = { day: string; nowMs: number; barangay: string | null }

/** The head of the printed day sheet: whose it is, of which day, and how old. The screen does not show it. */
export function SheetHead({ day, nowMs, barangay }: SheetHeadProps) {
  const say = useWords(todayWords)
  const format = useFormat()
  return (
    <PaperHead>
      <strong>
        {say('daySheet')}, {format.fullDay(day)}
        {barangay === null ? '' : ` · ${barangay || say('noBarangay')}`}
      </strong>
      <span>{say('printed', { when: format.instant(nowMs) })}</span>
    </PaperHead>
  )
}

/** Where whoever made the sheet and whoever looked it through sign it, on paper only. */
export function SheetFoot() {
  const say = useWords(todayWords)
  return (
    <footer className="araro-sheet-foot" aria-hidden>
      <span>{say('preparedBy')}</span>
      <span>{say('checkedBy')}</span>
    </footer>
  )
}
