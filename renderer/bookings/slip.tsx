import { Anchor } from '@mantine/core'
import { createPortal } from 'react-dom'
import type { BookingFact } from '#calls/booking-facts'
import type { BookingRow } from '#calls/booking-rows'
import { PaperHead } from '../parts/paper/paper-head.tsx'
import { printAndNote } from '../service/print.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { slipWords } from '../words/bookings/slip.ts'
import { type Format, useFormat } from '../words/format.ts'
import { workInWords } from '../words/money/price.ts'
import { fuelInWords, meterInWords, seenInWords } from '../words/readings/readings.ts'
import { useWords } from '../words/words.ts'
import { useGoingOut } from './going-out.ts'
import './slip.css'

type SlipProps = { booking: BookingRow; facts: readonly BookingFact[] }

/**
 * The slip that a member takes along, and its button: what was booked, and once the machine is out or back, when, with
 * which readings and in which condition. Nothing for a booking that is not promised.
 */
export function Slip({ booking, facts }: SlipProps) {
  const say = useWords(slipWords)
  const { status } = booking
  if (status !== 'approved' && status !== 'in-use' && status !== 'completed') return null
  return (
    <>
      <Anchor component="button" type="button" size="sm" onClick={() => printSlip(booking.id)}>
        {say('print')}
      </Anchor>
      {createPortal(<Sheet booking={booking} facts={facts} />, document.body)}
    </>
  )
}

/** Prints the slip alone; whatever else is printed later is printed as usual. */
function printSlip(bookingId: string): void {
  const { dataset } = document.documentElement
  dataset['prints'] = 'slip'
  window.addEventListener('afterprint', () => delete dataset['prints'], { once: true })
  printAndNote({ kind: 'slip', bookingId })
}

function Sheet({ booking, facts }: SlipProps) {
  const say = useWords(slipWords)
  const sayOf = useWords(bookingWords)
  const format = useFormat()
  const words = useGoingOut(booking.machineId)
  const holding = facts.filter(fact => fact.standing)
  const out = holding.find(fact => fact.kind === 'hand-over')
  const back = holding.find(fact => fact.kind === 'return')
  const { period, units, endMs } = booking
  const due = period.kind === 'days' ? format.day(period.to) : format.instant(endMs)
  return (
    <article className="araro-slip" aria-hidden>
      <PaperHead />
      <h1>
        {say(back ? 'back' : out ? 'out' : 'booking')} · {sayOf('numbered', { number: booking.number })}
      </h1>
      <List
        rows={[
          [
            say('machine'),
            units > 1 ? `${booking.machineName} × ${format.number(units)}` : booking.machineName,
          ],
          [sayOf('member'), `${booking.memberName} · ${booking.memberNumber}`],
          [sayOf('barangay'), booking.memberBarangay],
          [sayOf('phone'), booking.memberPhone],
          [say('period'), format.period(period)],
          [sayOf('purpose'), booking.purpose],
          [say('due'), out && !back ? due : ''],
        ]}
      />
      {out ? <Recorded title={sayOf(words.went)} fact={out} /> : null}
      {back ? <Recorded title={sayOf(words.came)} fact={back} /> : null}
      <div className="araro-slip-signed">
        <span>{say('forMember')}</span>
        <span>{say('forOffice')}</span>
      </div>
      <p className="araro-slip-foot">
        {say('noReceipt')} {say('printed', { when: format.instant(Date.now()) })}
      </p>
    </article>
  )
}

function Recorded({ title, fact }: { title: string; fact: BookingFact }) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const { meterHours, fuel, work } = fact
  return (
    <section>
      <h2>{title}</h2>
      <List
        rows={[
          [say('when'), format.instant(fact.atMs)],
          [say('meterHours'), meterHours === null ? '' : meterInWords(meterHours, format)],
          [say('fuel'), fuel ? fuelInWords(fuel, format) : ''],
          [say('work'), work ? workInWords(work, format) : ''],
          [say('condition'), conditionInWords(fact, points => say('fineAre', { points }), format)],
          [say('implements'), fact.implements.join(', ')],
          [say('slip'), fact.slip],
          [say('note'), fact.note],
        ]}
      />
    </section>
  )
}

/** What is worn or broken first, then what is fine. */
function conditionInWords(
  { condition }: BookingFact,
  fineAre: (points: string) => string,
  format: Format,
): string {
  const worse = condition.filter(one => one.state !== 'fine').map(one => seenInWords(one, format))
  const fine = condition.filter(one => one.state === 'fine').map(one => one.point)
  return [...worse, ...(fine.length > 0 ? [fineAre(fine.join(', '))] : [])].join('; ')
}

/** Each with its label; an empty one is left out. */
function List({ rows }: { rows: readonly (readonly [label: string, said: string])[] }) {
  return (
    <dl>
      {rows
        .filter(([, said]) => said !== '')
        .map(([label, said]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{said}</dd>
          </div>
        ))}
    </dl>
  )
}
