import type Database from 'better-sqlite3'

type Row = Record<string, never>

/**
 * Adds up all money in a file from its facts, slowly and without its views: what each account has is what was due less
 * what was paid, no payment is of more than it says, and every number of a booklet was given once.
 * @returns a sentence for each fault
 */
export function whatIsWrongWithMoney(sqlite: Database.Database): string[] {
  const all = (table: string) => sqlite.prepare<[], Row>(`SELECT * FROM ${table}`).all() as unknown as Facts[]
  const payments = all('payments')
  const paid = new Map<string, number>()
  const wrong: string[] = []
  for (const payment of payments) {
    const lines = JSON.parse(String(payment['lines'])) as { bookingId: string; centavos: number }[]
    const sum = lines.reduce((so, { centavos }) => so + centavos, 0)
    if (sum !== payment['centavos'])
      wrong.push(`payment ${payment['id']} is of ${payment['centavos']}, not ${sum}`)
    for (const { bookingId, centavos } of lines) paid.set(bookingId, (paid.get(bookingId) ?? 0) + centavos)
  }
  const due = dueOf(all)
  for (const account of all('accounts')) {
    const id = String(account['booking_id'])
    const should = [due.get(id), paid.get(id) ?? 0]
    const is = [account['due_centavos'], account['paid_centavos']]
    if (String(should) !== String(is))
      wrong.push(`booking ${id} has ${is} on its account instead of ${should}`)
    due.delete(id)
    paid.delete(id)
  }
  return [
    ...wrong,
    ...[...due.keys(), ...paid.keys()].map(id => `booking ${id} has no account`),
    ...whatIsWrongWithReceipts(all, payments),
  ]
}

type Facts = { readonly [column: string]: string | number | null }
type All = (table: string) => Facts[]

/** The last charge of each booking, and its late fees that nobody waived. */
function dueOf(all: All): Map<string, number> {
  const due = new Map<string, number>()
  const charges = all('charges').sort((a, b) => Number(a['nth']) - Number(b['nth']))
  for (const charge of charges) due.set(String(charge['booking_id']), Number(charge['due_centavos']))
  const waived = new Set(all('waivers').map(waiver => waiver['fee_id']))
  for (const fee of all('late_fees').filter(one => !waived.has(one['id'] ?? ''))) {
    const id = String(fee['booking_id'])
    due.set(id, (due.get(id) ?? 0) + Number(fee['centavos']))
  }
  return due
}

function whatIsWrongWithReceipts(all: All, payments: readonly Facts[]): string[] {
  const wrong: string[] = []
  const booklets = new Map(all('booklets').map(booklet => [booklet['id'], booklet]))
  const given = new Map<string, number>()
  for (const receipt of all('receipts')) {
    const { booklet_id: id, number, payment_id: paymentId } = receipt
    const booklet = booklets.get(id ?? '')
    const text = `${booklet?.['prefix']}${number}`
    given.set(text, (given.get(text) ?? 0) + 1)
    if (!booklet || Number(number) < Number(booklet['first']) || Number(number) > Number(booklet['last']))
      wrong.push(`receipt ${text} is outside of its booklet`)
    const its = payments.find(one => one['id'] === paymentId)
    if (paymentId !== null && (its?.['booklet_id'] !== id || its?.['receipt_number'] !== number))
      wrong.push(`receipt ${text} is not its payment's`)
  }
  const withReceipt = payments.filter(one => one['booklet_id'] !== null).length
  const used = all('receipts').filter(one => one['payment_id'] !== null).length
  return [
    ...wrong,
    ...[...given].filter(([, times]) => times > 1).map(([text]) => `receipt ${text} was given twice`),
    ...(withReceipt === used ? [] : [`${withReceipt} payments have ${used} receipts`]),
  ]
}
