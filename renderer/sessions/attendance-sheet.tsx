import { Portal } from '@mantine/core'
import type { EnrolmentRow, SessionRow } from '#calls/sessions'
import { PaperHead } from '../parts/paper/paper-head.tsx'
import { useFormat } from '../words/format.ts'
import { sessionWords } from '../words/sessions/screen.ts'
import { useWords } from '../words/words.ts'
import './attendance.css'

type AttendanceSheetProps = {
  session: SessionRow
  places: readonly EnrolmentRow[]
  waiting: readonly EnrolmentRow[]
}

/**
 * The sheet of a session on paper: who has a place, with a box to tick and a line to sign, and whom to ask if somebody
 * stays away. It stands beside the program in the page, so that it can take several pages; the screen does not show it.
 */
export function AttendanceSheet({ session, places, waiting }: AttendanceSheetProps) {
  const say = useWords(sessionWords)
  const format = useFormat()
  const { title, startMs, endMs, place, organizer } = session
  return (
    <Portal reuseTargetNode={false}>
      <article className="araro-attendance" aria-hidden>
        <PaperHead>
          <span>{say('sheet')}</span>
        </PaperHead>
        <h1>{title}</h1>
        <p>
          {[format.period({ kind: 'time', startMs, endMs }), place, organizer.name]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <table>
          <thead>
            <tr>
              <th>{say('sheetNumber')}</th>
              <th>{say('who')}</th>
              <th>{say('sheetMember')}</th>
              <th>{say('came')}</th>
              <th>{say('sheetSign')}</th>
            </tr>
          </thead>
          <tbody>
            {places.map((person, at) => (
              <tr key={person.id}>
                <td>{at + 1}</td>
                <td>{person.name}</td>
                <td>{person.isGuest ? say('guestNote') : person.memberNumber}</td>
                <td>
                  <span className="araro-attendance-box" data-came={person.came ?? undefined} />
                </td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
        {waiting.length > 0 ? (
          <p>
            {say('waitForOne')}: {waiting.map(person => person.name).join(', ')}
          </p>
        ) : null}
      </article>
    </Portal>
  )
}
