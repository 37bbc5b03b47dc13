import { call, commandCall } from '../law/answering.ts'
import { add, cancelNumber, change } from './booklets.ts'
import { addLateFee, print, refund, reverse, take, waiveLateFee } from './commands.ts'
import { accountOf, balanceOf, onePayment, paymentsPage, receivablesPage } from './questions.ts'
import { shownBooklets } from './record.ts'

export const paymentCalls = [
  commandCall(take),
  commandCall(refund),
  commandCall(reverse),
  commandCall(print),
  commandCall(addLateFee),
  commandCall(waiveLateFee),
  call('payments.get', ({ office }, { paymentId }) => onePayment(office.file.db, paymentId)),
  call('payments.list', ({ office }, args) => paymentsPage(office.file.db, args)),
  call('payments.balance', ({ office }, { memberId }) => balanceOf(office.file.db, memberId)),
  call('payments.receivables', ({ office }, args) => receivablesPage(office, args)),
  call('payments.account', ({ office }, { bookingId }) => accountOf(office, bookingId)),
  call('booklets.list', ({ office }) => shownBooklets(office.file.db)),
  commandCall(add),
  commandCall(change),
  commandCall(cancelNumber),
] as const
