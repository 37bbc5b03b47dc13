import type { LocalDay } from '#booking/time/day'
import { PaperHead } from '../parts/paper/paper-head.tsx'
import { boardWords } from '../words/board/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { titleOfBoard } from './board-view.ts'
import type { Span } from './columns.ts'

/** Heads the printed board: whose it is, its days, and when it was printed. */
export function PrintedHead({ span, first }: { span: Span; first: LocalDay }) {
  const say = useWords(boardWords)
  const format = useFormat()
  return (
    <div className="araro-board-printed">
      <PaperHead>
        <strong>
          {say('title')}: {titleOfBoard(span, first, format)}
        </strong>
        <span>{say('printed', { when: format.instant(Date.now()) })}</span>
      </PaperHead>
    </div>
  )
}
