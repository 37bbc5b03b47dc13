// A cash book as somebody would keep it by hand: one page for each booking, with what is due and what was paid. It shares
// no code with the program, and is compared with it after each step of a random sequence.

const DAY = 86_400_000
const HOUR = 3_600_000

export type LedgerRate = { centavos: number; per: 'day' | 'hectare'; forOthersCentavos: number | null }
export type LedgerType = {
  depositCentavos: number | null
  lateFeeCentavos: number | null
  lateFeePer: 'day' | 'hour' | null
}
export type Work = { quantity: number; per: 'day' | 'hectare' }

/** One booking's page. All amounts in centavos. */
export type Sheet = {
  id: string
  memberId: string
  days: number
  startMs: number
  endMs: number
  status: 'pending' | 'approved' | 'in-use' | 'completed' | 'gone'
  /** What it was promised at; null until then. */
  rate: LedgerRate | null
  isMember: boolean
  deposit: number | null
  work: Work | null
  backMs: number
  fee: number
  paid: number
}

export type Entry = { kind: 'payment' | 'refund' | 'reversal'; lines: Line[]; reversed: boolean }
export type Line = { bookingId: string; centavos: number }

/** Rounded once, half up: the quantity has at most four decimals. */
function times(centavos: number, quantity: number): number {
  const tenThousandths = BigInt(Math.round(quantity * 10_000))
  return Number((BigInt(centavos) * tenThousandths + 5_000n) / 10_000n)
}

function eachOf({ rate, isMember }: Sheet): number {
  if (!rate) return 0
  return isMember ? rate.centavos : (rate.forOthersCentavos ?? rate.centavos)
}

/** What the booking costs in all; null while nobody knows. */
export function priceOf(sheet: Sheet): number | null {
  const { rate, work, days, status } = sheet
  if (!rate || status === 'pending' || status === 'gone') return null
  if (status === 'completed' && work?.per === rate.per) return times(eachOf(sheet), work.quantity)
  return rate.per === 'day' ? eachOf(sheet) * days : null
}

/** What should be paid by now. */
export function dueOf(sheet: Sheet): number {
  const price = priceOf(sheet)
  if (sheet.status === 'completed') return (price ?? 0) + sheet.fee
  if (sheet.status !== 'approved' && sheet.status !== 'in-use') return 0
  return price === null ? (sheet.deposit ?? 0) : Math.min(sheet.deposit ?? 0, price)
}

/** The most that may be paid. */
export function mostOf(sheet: Sheet): number {
  return Math.max(dueOf(sheet), (priceOf(sheet) ?? 0) + sheet.fee)
}

/** What the late fee would be: each day or hour that has begun. 0 if there is none. */
export function lateFeeOf({ endMs, backMs }: Sheet, { lateFeeCentavos, lateFeePer }: LedgerType): number {
  let begun = 0
  for (let atMs = endMs; atMs < backMs; atMs += lateFeePer === 'day' ? DAY : HOUR) begun += 1
  return begun * (lateFeeCentavos ?? 0)
}

/** What a member owes in all, and what they paid beyond that. */
export function balanceOf(sheets: readonly Sheet[], memberId: string) {
  let [owedCentavos, aheadCentavos] = [0, 0]
  for (const sheet of sheets.filter(one => one.memberId === memberId)) {
    const owed = dueOf(sheet) - sheet.paid
    if (owed > 0) owedCentavos += owed
    else aheadCentavos -= owed
  }
  return { owedCentavos, aheadCentavos }
}

/** Why these lines cannot be paid, or 'yes'. */
export function whetherPaid(sheets: readonly Sheet[], memberId: string, lines: readonly Line[]): string {
  for (const { bookingId, centavos } of lines) {
    const sheet = sheets.find(one => one.id === bookingId)
    if (sheet?.memberId !== memberId) return 'not-their-booking'
    if (sheet.paid + centavos > mostOf(sheet)) return 'more-than-owed'
  }
  return 'yes'
}

/** Why these lines cannot be given back, or 'yes'. */
export function whetherGivenBack(sheets: readonly Sheet[], lines: readonly Line[]): string {
  const tooMuch = lines.some(
    ({ bookingId, centavos }) => (sheets.find(one => one.id === bookingId)?.paid ?? 0) < centavos,
  )
  return tooMuch ? 'more-than-paid' : 'yes'
}

/** Writes an entry into the pages. */
export function post(sheets: readonly Sheet[], { lines }: Entry): void {
  for (const { bookingId, centavos } of lines) {
    const sheet = sheets.find(one => one.id === bookingId)
    if (sheet) sheet.paid += centavos
  }
}
