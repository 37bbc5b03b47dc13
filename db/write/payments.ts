import { inserting, updating } from '../rows.ts'
import {
  booklets,
  charges,
  lateFees,
  paymentPrints,
  payments,
  receipts,
  waivers,
} from '../tables/payments.ts'

// Facts are only added. All of these throw the errors of the guard in `0020-payments.sql`.

export const insertCharge = inserting(charges)
export const insertLateFee = inserting(lateFees)
export const insertWaiver = inserting(waivers)
/** Its lines and its receipt follow from the row. */
export const insertPayment = inserting(payments)
export const insertPrint = inserting(paymentPrints)
export const insertReceipt = inserting(receipts)
export const insertBooklet = inserting(booklets)
export const updateBooklet = updating(booklets)
