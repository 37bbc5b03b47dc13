import type Database from 'better-sqlite3'

type Row = Record<string, string | number | null>
type Line = { bookingId: string; centavos: number }

/**
 * Adds up all money by hand from the facts alone: what each booking's account says is what its charges, late fees and
 * payments come to, each payment is the sum of its lines, and each receipt's number is given once within its booklet.
 * @returns a sentence for each fault
 */
export function whatIsWrongWithMoney(sqlite: Database.Database): string[] {
  const all = (table: string) => sqlite.prepare<[], Row>(`SELECT * FROM ${table}`).all()
  const facts = {
    bookings: all('bookings'),
    charges: all('charges'),
    fees: all('late_fees'),
    waivers: all('waivers'),
    payments: all('payments').map(row => ({ ...row, for: linesOf(row['lines']) }) as Row & { for: Line[] }),
    lines: all('payment_lines'),
    booklets: all('booklets'),
    receipts: all('receipts'),
    prints: all('payment_prints'),
    accounts: all('accounts'),
  }
  return [
    ...facts.accounts.flatMap(account => wrongAccount(account, facts)),
    ...[...new Set(facts.charges.map(charge => charge['booking_id']))]
      .filter(id => facts.accounts.filter(account => account['booking_id'] === id).length !== 1)
      .map(id => `booking ${id} has no account`),
    ...notInTurn(facts.charges, 'booking_id').map(id => `the charges of ${id} are not in turn`),
    ...notInTurn(facts.prints, 'payment_id').map(id => `the prints of ${id} are not in turn`),
    ...wrongFees(facts),
    ...facts.payments.flatMap(payment => wrongPayment(payment, facts)),
    ...facts.lines
      .filter(line => !facts.payments.some(one => one['id'] === line['payment_id']))
      .map(line => `a line is of no payment: ${line['payment_id']}`),
    ...facts.prints
      .filter(print => !facts.payments.some(one => one['id'] === print['payment_id']))
      .map(print => `a print is of no payment: ${print['payment_id']}`),
    ...wrongReceipts(facts),
  ]
}

type Facts = {
  [what in
    | 'bookings'
    | 'charges'
    | 'fees'
    | 'waivers'
    | 'lines'
    | 'booklets'
    | 'receipts'
    | 'prints'
    | 'accounts']: Row[]
} & { payments: (Row & { for: Line[] })[] }

function linesOf(text: unknown): Line[] {
  const lines: unknown = JSON.parse(String(text))
  return Array.isArray(lines) ? lines : []
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0)
const number = (row: Row | undefined, column: string) => Number(row?.[column] ?? 0)

function wrongAccount(account: Row, { bookings, charges, fees, waivers, payments }: Facts): string[] {
  const id = account['booking_id']
  const own = charges.filter(charge => charge['booking_id'] === id)
  const last = own.toSorted((a, b) => number(a, 'nth') - number(b, 'nth')).at(-1)
  if (!last) return [`the account of ${id} is of nothing`]
  const added = fees.filter(fee => fee['booking_id'] === id)
  const standing = added.filter(fee => !waivers.some(waiver => waiver['fee_id'] === fee['id']))
  const late = sum(standing.map(fee => number(fee, 'centavos')))
  const paid = sum(
    payments.flatMap(one => one.for.filter(line => line.bookingId === id).map(line => line.centavos)),
  )
  const due = number(last, 'due_centavos') + late
  const most = Math.max(number(last, 'due_centavos'), number(last, 'price_centavos')) + late
  const everMost =
    Math.max(...own.map(one => Math.max(number(one, 'due_centavos'), number(one, 'price_centavos')))) +
    sum(added.map(fee => number(fee, 'centavos')))
  const expected = {
    member_id: bookings.find(booking => booking['id'] === id)?.['member_id'],
    due_centavos: due,
    most_centavos: most,
    paid_centavos: paid,
    since_ms: last['since_ms'],
  }
  const wrong = Object.entries(expected)
    .filter(([column, value]) => account[column] !== value)
    .map(([column, value]) => `${id}: ${column} is ${account[column]} instead of ${value}`)
  if (paid < 0) wrong.push(`more was given back for ${id} than was paid`)
  // A refund that is reversed was never given back, so that more can have been paid than the booking costs.
  const neverGivenBack = sum(
    payments
      .filter(one => one['kind'] === 'reversal')
      .flatMap(one => one.for.filter(line => line.bookingId === id && line.centavos > 0))
      .map(line => line.centavos),
  )
  if (paid > everMost + neverGivenBack) wrong.push(`more was paid for ${id} than it ever cost`)
  return wrong
}

/** The ids whose rows are not numbered 1, 2, 3 … */
function notInTurn(rows: Row[], of: string): (string | number | null | undefined)[] {
  return [...new Set(rows.map(row => row[of]))].filter(id => {
    const numbers = rows.filter(row => row[of] === id).map(row => number(row, 'nth'))
    return numbers.toSorted((a, b) => a - b).some((nth, at) => nth !== at + 1)
  })
}

function wrongFees({ bookings, fees, waivers }: Facts): string[] {
  const standing = fees.filter(fee => !waivers.some(waiver => waiver['fee_id'] === fee['id']))
  return [
    ...bookings
      .filter(({ id }) => standing.filter(fee => fee['booking_id'] === id).length > 1)
      .map(({ id }) => `${id} has two late fees`),
    ...waivers
      .filter(waiver => !fees.some(fee => fee['id'] === waiver['fee_id']))
      .map(waiver => `the fee ${waiver['fee_id']} is waived and was never added`),
  ]
}

function wrongPayment(payment: Facts['payments'][number], { payments, lines, receipts }: Facts): string[] {
  const { id } = payment
  const own = lines.filter(line => line['payment_id'] === id)
  const said = payment.for.map(line => `${line.bookingId}:${line.centavos}`).toSorted()
  const kept = own.map(line => `${line['booking_id']}:${line['centavos']}`).toSorted()
  const wrong = []
  if (said.join() !== kept.join()) wrong.push(`${id} says ${said} and its lines are ${kept}`)
  if (sum(payment.for.map(line => line.centavos)) !== payment['centavos'])
    wrong.push(`the lines of ${id} do not add up`)
  if (new Set(payment.for.map(line => line.bookingId)).size < said.length)
    wrong.push(`${id} names a booking twice`)
  if (payment['booklet_id'] !== null && receipts.filter(one => one['payment_id'] === id).length !== 1)
    wrong.push(`the receipt of ${id} is not used`)
  if (payment['kind'] !== 'reversal') return wrong
  const taken = payments.find(one => one['id'] === payment['reverses'])
  const opposite = taken?.for.map(line => `${line.bookingId}:${-line.centavos}`).toSorted()
  if (opposite?.join() !== said.join() || taken?.['kind'] === 'reversal')
    wrong.push(`${id} is not the opposite of ${payment['reverses']}`)
  if (payments.filter(one => one['reverses'] === payment['reverses']).length > 1)
    wrong.push(`${payment['reverses']} is reversed twice`)
  return wrong
}

function wrongReceipts({ booklets, receipts, payments }: Facts): string[] {
  const printed = receipts.map(receipt => {
    const booklet = booklets.find(one => one['id'] === receipt['booklet_id'])
    return { receipt, booklet, text: `${booklet?.['prefix']}${receipt['number']}` }
  })
  return printed.flatMap(({ receipt, booklet, text }) => {
    const of = payments.find(one => one['id'] === receipt['payment_id'])
    const isOfPayment =
      of?.['booklet_id'] === receipt['booklet_id'] && of?.['receipt_number'] === receipt['number']
    const isInside =
      number(receipt, 'number') >= number(booklet, 'first') &&
      number(receipt, 'number') <= number(booklet, 'last')
    return [
      ...(printed.filter(one => one.text === text).length > 1 ? [`${text} is used twice`] : []),
      ...(booklet && isInside ? [] : [`${text} is in no booklet`]),
      ...(receipt['payment_id'] === null || isOfPayment ? [] : [`${text} is of another payment`]),
    ]
  })
}
