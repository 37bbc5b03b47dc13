import { Anchor } from '@mantine/core'
import { createPortal } from 'react-dom'
import type { MaintenanceRow } from '#calls/maintenance'
import { PaperHead } from '../parts/paper/paper-head.tsx'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { maintenanceKindWords } from '../words/maintenance/kinds.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { maintenanceWorkWords } from '../words/maintenance/work.ts'
import { meterInWords, seenInWords } from '../words/readings/readings.ts'
import { useWords } from '../words/words.ts'
import './work-order.css'

/** The button that prints the work order, and its sheet, which is on paper only. */
export function WorkOrder({ row }: { row: MaintenanceRow }) {
  const say = useWords(maintenanceWorkWords)
  return (
    <>
      <Anchor component="button" type="button" size="sm" onClick={printOrder}>
        {say('print')}
      </Anchor>
      {createPortal(<Sheet row={row} />, document.body)}
    </>
  )
}

/** Prints the work order alone; whatever else is printed later is printed as usual. */
function printOrder(): void {
  const { dataset } = document.documentElement
  dataset['prints'] = 'work-order'
  window.addEventListener('afterprint', () => delete dataset['prints'], { once: true })
  window.print()
}

const LINES = [1, 2, 3, 4, 5, 6] as const

/** For the technician: the machine, what was seen to be worn or broken, and room to write. */
function Sheet({ row }: { row: MaintenanceRow }) {
  const say = useWords(maintenanceWorkWords)
  const words = useWords(maintenanceWords)
  const kind = useWords(maintenanceKindWords)
  const format = useFormat()
  const seen = useCall('machines.lastSeen', { machineId: row.machineId }).data
  const machine = useCall('machines.list', { withRetired: true }).data?.find(one => one.id === row.machineId)
  const worse = (seen?.back?.condition ?? []).filter(one => one.state !== 'fine')
  const lasts = row.openEnded && row.status === 'planned'
  const rows: readonly (readonly [string, string])[] = [
    [
      words('machine'),
      [row.machineName, machine?.type, machine?.registrationNumber].filter(Boolean).join(' · '),
    ],
    [words('kind'), kind(row.kind)],
    [
      words('when'),
      lasts ? words('sinceUntil', { since: format.instant(row.startMs) }) : format.period(row.period),
    ],
    [say('technician'), row.technician],
    [say('meterHours'), seen?.meter ? meterInWords(seen.meter.hours, format) : ''],
    [say('toDo'), row.note],
  ]
  return (
    <article className="araro-work-order" aria-hidden>
      <PaperHead />
      <h1>{say('order')}</h1>
      <dl>
        {rows.map(([label, said]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{said || '________________'}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h2>{say('seen')}</h2>
        {worse.length === 0 ? (
          <p>{say('notSeen')}</p>
        ) : (
          <ul>
            {worse.map(one => (
              <li key={one.point}>☐ {seenInWords(one, format)}</li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>{say('done')}</h2>
        {LINES.map(line => (
          <div key={line} className="araro-work-order-line" />
        ))}
      </section>
      <section>
        <h2>{say('partsUsed')}</h2>
        <table>
          <thead>
            <tr>
              <th>{say('what')}</th>
              <th>{say('quantity')}</th>
              <th>{say('cost')}</th>
            </tr>
          </thead>
          <tbody>
            {LINES.map(line => (
              <tr key={line}>
                <td />
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="araro-work-order-times">
        <span>{say('began')}: ____________________</span>
        <span>{say('ended')}: ____________________</span>
        <span>{say('hours')}: __________</span>
      </p>
      <div className="araro-work-order-signed">
        <span>{say('signedTechnician')}</span>
        <span>{say('signedOffice')}</span>
      </div>
      <p className="araro-work-order-foot">{say('printed', { when: format.instant(Date.now()) })}</p>
    </article>
  )
}
