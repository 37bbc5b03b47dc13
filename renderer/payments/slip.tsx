import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { PaymentRow } from '#calls/payments'
import { PaperHead, useOnPaper } from '../parts/paper/paper-head.tsx'
import { useFormat } from '../words/format.ts'
import { amount } from '../words/payments/amount.ts'
import { payHowWords, paymentKindWords } from '../words/payments/history.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'
import './slip.css'

type SlipProps = { payment: PaymentRow; width: 'a5' | 'roll'; onPrinted: () => void }

/** The slip of a payment. Is only on paper; as it appears, the browser's print dialog opens. */
export function Slip({ payment, width, onPrinted }: SlipProps) {
  const say = useWords(paymentWords)
  const named = useWords(payHowWords)
  const kinds = useWords(paymentKindWords)
  const format = useFormat()
  const head = useOnPaper()
  const isReady = head !== undefined
  useEffect(() => {
    if (!isReady) return
    window.addEventListener('afterprint', onPrinted, { once: true })
    window.print()
    return () => window.removeEventListener('afterprint', onPrinted)
  }, [isReady, onPrinted])
  return createPortal(
    <section className="araro-paid" data-width={width}>
      {payment.prints > 1 ? <p className="araro-paid-copy">{say('copy')}</p> : null}
      <PaperHead />
      <h1>{payment.kind === 'payment' ? say('slip') : kinds(payment.kind)}</h1>
      <p>
        {payment.memberName} · {payment.memberNumber}
        <br />
        {format.instant(payment.atMs)} · {payment.takenBy.name}
      </p>
      <table>
        <tbody>
          {payment.lines.map(line => (
            <tr key={line.bookingId}>
              <td>
                {line.machineName}
                <br />
                {format.period(line.period)}
                <br />
                {line.leftCentavos > 0
                  ? say('left', { amount: format.money(line.leftCentavos) })
                  : say('nothingLeft')}
              </td>
              <td>{amount(line.centavos, format)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              {say('total')} ({[named(payment.how), payment.reference].filter(Boolean).join(' ')})
            </th>
            <th>{amount(payment.centavos, format)}</th>
          </tr>
        </tbody>
      </table>
      <p>
        {payment.receipt ? `${say('officialReceipt')} ${payment.receipt.text}` : say('noOfficialReceipt')}
      </p>
      <p className="araro-paid-not">{say('notOfficial')}</p>
    </section>,
    document.body,
  )
}
