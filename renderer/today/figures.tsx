import { Anchor, Button, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { FiguresAnswer } from '#calls/today'
import { hrefOf } from '../navigation.ts'
import { PaperStateText } from '../papers/paper-state.tsx'
import { Answered } from '../parts/lists/list-states.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { callQuery, useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { dueInWords } from '../words/maintenance/due.ts'
import { paperInWords, paperWords } from '../words/papers/papers.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { Part } from './part.tsx'

/** What those who decide want to know of the office: whether all fits, what is used, and what needs maintenance. */
export function Figures() {
  const say = useWords(todayWords)
  // A check in Settings changes no record, so it is asked anew whenever the figures are shown.
  const answer = useCall('today.figures', {}, { alwaysFresh: true })
  const queryClient = useQueryClient()
  async function checkAgain() {
    await queryClient.fetchQuery({ ...callQuery('scan.run', {}), staleTime: 0 }).catch(() => undefined)
    await answer.refetch()
  }
  return (
    <Part name="figures" title={say('figures')} screenOnly>
      <Answered answer={answer} rows={3}>
        {figures => <Shown figures={figures} onCheckAgain={checkAgain} />}
      </Answered>
    </Part>
  )
}

type ShownProps = { figures: FiguresAnswer; onCheckAgain: () => Promise<unknown> }

function Shown({ figures, onCheckAgain }: ShownProps) {
  const say = useWords(todayWords)
  const paper = useWords(paperWords)
  const format = useFormat()
  const { conflicts, checkedMs, popular, maintenanceDue, after, days, use, papers, papersCount } = figures
  return (
    <div className="araro-figures">
      <ConflictsFound conflicts={conflicts} checkedMs={checkedMs} onCheckAgain={onCheckAgain} />
      <Figure title={say('maintenanceDue')} none={maintenanceDue.length === 0 ? say('noMaintenanceDue') : ''}>
        {maintenanceDue.map(({ machineId, machineName, because }) => (
          <li key={machineId}>
            <span>
              <RecordLink entity="machine" id={machineId}>
                {machineName}
              </RecordLink>{' '}
              <Text span size="sm" c="dimmed" title={say('maintenanceDueHint', after)}>
                {dueInWords(because, format)}
              </Text>
            </span>
            <Anchor
              size="sm"
              href={hrefOf('maintenance', { open: machineId })}
              aria-label={say('planFor', { machine: machineName })}
            >
              {say('plan')}
            </Anchor>
          </li>
        ))}
      </Figure>
      <Figure title={paper('onToday')} none={papers.length === 0 ? paper('noneOnToday') : ''}>
        {papers.map(one => (
          <li key={one.id}>
            <span>
              <RecordLink entity="machine" id={one.machineId}>
                {one.machineName}
              </RecordLink>{' '}
              <Text span size="sm" c="dimmed">
                {paperInWords(one, format)}
              </Text>
            </span>
            <PaperStateText paper={{ state: one.expired ? 'expired' : 'expiring', expires: one.expires }} />
          </li>
        ))}
        {papersCount > papers.length ? (
          <li>
            <RecordLink entity="paper" id="">
              {paper('allPapers')} ({format.number(papersCount)})
            </RecordLink>
          </li>
        ) : null}
      </Figure>
      <Figure title={say('popular', { days })} none={popular.length === 0 ? say('nothingBooked') : ''}>
        {popular.map(({ machineId, machineName, bookings }) => (
          <li key={machineId}>
            <RecordLink entity="machine" id={machineId}>
              {machineName}
            </RecordLink>
            <span>{say('bookingsCount', { count: bookings })}</span>
          </li>
        ))}
      </Figure>
      <Figure title={say('use', { days })} none="">
        {use.map(({ type, share }) => {
          const percent = Math.round(share * 100)
          return (
            <li key={type}>
              <span>{type}</span>
              <span className="araro-figure-bar" aria-hidden>
                <span style={{ width: `${percent}%` }} />
              </span>
              <span>{say('percent', { share: format.number(percent) })}</span>
            </li>
          )
        })}
      </Figure>
    </div>
  )
}

type ConflictsFoundProps = Pick<FiguresAnswer, 'conflicts' | 'checkedMs'> & Pick<ShownProps, 'onCheckAgain'>

/** What the newest conflict scan found, also if that is nothing, and when it was. */
function ConflictsFound({ conflicts, checkedMs, onCheckAgain }: ConflictsFoundProps) {
  const say = useWords(todayWords)
  const format = useFormat()
  const [checking, setChecking] = useState(false)
  async function checkAgain() {
    setChecking(true)
    await onCheckAgain()
    setChecking(false)
  }
  return (
    <div className="araro-figure-conflicts">
      <Text span size="sm" role="status" {...(conflicts > 0 && { fw: 600, c: 'var(--mantine-color-error)' })}>
        {conflicts === 0 ? say('noConflicts') : say('conflicts', { count: conflicts })}{' '}
        <Text span size="sm" fw={400} c="dimmed">
          {say('checkedAt', { when: format.instant(checkedMs) })}
        </Text>
      </Text>
      {conflicts === 0 ? null : (
        <Anchor size="sm" href={hrefOf('settings', { open: 'conflicts' })}>
          {say('showConflicts')}
        </Anchor>
      )}
      <Button size="compact-sm" variant="default" loading={checking} onClick={() => void checkAgain()}>
        {say('checkAgain')}
      </Button>
    </div>
  )
}

function Figure({ title, none, children }: { title: string; none: string; children: ReactNode }) {
  return (
    <div>
      <h3>{title}</h3>
      {none ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <ul>{children}</ul>
      )}
    </div>
  )
}
