import { Portal } from '@mantine/core'
import type { BatchRow, ShareRow } from '#calls/batches'
import { PaperHead } from '../parts/paper/paper-head.tsx'
import { batchWords } from '../words/batches/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import './slips.css'

type SlipsProps = { batch: BatchRow; shares: readonly ShareRow[] }

/**
 * A slip for each member, on a page of its own: their own sacks, and nothing of anybody else's. They stand beside the
 * program in the page; the screen does not show them.
 */
export function Slips({ batch, shares }: SlipsProps) {
  const say = useWords(batchWords)
  const format = useFormat()
  return (
    <Portal reuseTargetNode={false}>
      <div className="araro-slips" aria-hidden>
        {shares.map((share, at) => (
          <article key={share.id}>
            <PaperHead>
              <span>{say('slip')}</span>
            </PaperHead>
            <h1>{share.memberName}</h1>
            <p>{[share.memberNumber, share.memberBarangay].filter(Boolean).join(' · ')}</p>
            <table>
              <tbody>
                <Row head={say('machine')}>{batch.machineName}</Row>
                <Row head={say('when')}>{format.period(batch.period)}</Row>
                <Row head={say('field')}>{share.fieldName}</Row>
                <Row head={say('slipTurn')}>{format.number(at + 1)}</Row>
                <Row head={say('slipEstimated')}>{format.number(share.estimate)}</Row>
                <Row head={say('slipWeighed')}>{share.kg === null ? '' : format.number(share.sacks)}</Row>
                <Row head={say('slipKg')}>{share.kg === null ? '' : format.number(share.kg)}</Row>
                <Row head={say('note')}>{share.note}</Row>
              </tbody>
            </table>
            <p>{say('slipNo')}</p>
          </article>
        ))}
      </div>
    </Portal>
  )
}

function Row({ head, children }: { head: string; children: string }) {
  if (!children) return null
  return (
    <tr>
      <th scope="row">{head}</th>
      <td>{children}</td>
    </tr>
  )
}
