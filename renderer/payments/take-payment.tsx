import { openRecord } from '../navigation.ts'
import { closeTakePayment, useTakePayment } from '../open-take-payment.ts'
import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import { paymentWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'
import { TakeForm } from './take-form.tsx'

/** Takes a payment, over whatever screen is shown. What was taken is then shown with its slip. */
export function TakePayment() {
  const say = useWords(paymentWords)
  const open = useTakePayment(state => state.open)
  return (
    <SidePanel opened={open !== null} title={say('take')} onClose={closeTakePayment}>
      {open ? (
        <TakeForm
          key={open.keptAs}
          {...open}
          onLeave={closeTakePayment}
          onTaken={id => {
            closeTakePayment()
            openRecord('payment', id)
          }}
        />
      ) : null}
    </SidePanel>
  )
}
