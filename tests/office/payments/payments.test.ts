import { expect, test } from 'vitest'
import { DAY_MS } from '#booking/time/day'
import {
  ahead,
  NOW,
  newId,
  reasonOf,
  type TemporaryOffice,
  TODAY,
  temporaryOffice,
} from '#tests/support/temporary-office'

const RATE = { centavos: 100_000, per: 'day' as const }
const cash = { how: 'cash' as const }

/** A tractor at ₱1,000 a day, whose type asks for a deposit of ₱500 and ₱200 for each day late. */
async function withTractor() {
  const araro = await temporaryOffice()
  const typeId = newId()
  const rules = { minNoticeDays: null, maxDays: null, horizonDays: null }
  const asks = { depositCentavos: 50_000, lateFeeCentavos: 20_000 }
  await araro.manager.machines.addType({ commandId: typeId, name: 'Harvester', ...rules, ...asks })
  const machine = await araro.machine({ rate: RATE })
  const member = await araro.member({ name: 'Ana Reyes' })
  return { ...araro, typeId, machineId: machine.id, memberId: member.id }
}
type WithTractor = Awaited<ReturnType<typeof withTractor>>

/** Takes the machine out on the first day of the booking and back so many days after that day began. */
async function outAndBack(
  araro: TemporaryOffice,
  booking: { id: string; version: number; startMs: number },
  days: number,
) {
  const on = (version: number) => ({ commandId: newId(), bookingId: booking.id, version })
  araro.clock.pass(booking.startMs + 60_000 - araro.clock.nowMs())
  await araro.clerk.bookings.handOver({ ...on(booking.version), atMs: booking.startMs })
  const atMs = booking.startMs + days * DAY_MS
  araro.clock.pass(Math.max(0, atMs + 60_000 - araro.clock.nowMs()))
  const back = await araro.clerk.bookings.return({ ...on(booking.version + 1), atMs })
  if (!back.ok) throw new Error(back.refusal.reason)
}

const balanceOf = ({ clerk, memberId }: WithTractor) => clerk.payments.balance({ memberId })

function pay({ clerk, memberId }: WithTractor, bookingId: string, centavos: number, more = {}) {
  const lines = [{ bookingId, centavos }]
  return clerk.payments.take({ commandId: newId(), memberId, lines, ...cash, ...more })
}

test('the deposit is due at the approval, the rest at the return, and what is paid is no longer owed', async () => {
  const araro = await withTractor()
  const { memberId, machineId } = araro
  const asked = await araro.booking({ memberId, machineId, period: ahead(3, 2) })
  expect(await balanceOf(araro)).toMatchObject({ owedCentavos: 0, bookings: [] })
  const promised = await araro.manager.bookings.approve({
    commandId: newId(),
    bookingId: asked.id,
    version: 1,
  })
  expect(promised).toMatchObject({ ok: true })
  expect(await balanceOf(araro)).toMatchObject({ owedCentavos: 50_000, sinceMs: NOW })
  expect(reasonOf(await pay(araro, asked.id, 50_000))).toBe('yes')
  expect(await balanceOf(araro)).toMatchObject({ owedCentavos: 0, aheadCentavos: 0, sinceMs: null })
  await outAndBack(araro, { ...asked, version: 2 }, 2)
  expect(await balanceOf(araro)).toMatchObject({
    owedCentavos: 150_000,
    bookings: [{ dueCentavos: 200_000, paidCentavos: 50_000, owedCentavos: 150_000 }],
  })
  expect((await araro.clerk.members.get({ memberId })).owes).toMatchObject({ owedCentavos: 150_000, days: 0 })
  await pay(araro, asked.id, 150_000)
  expect(await balanceOf(araro)).toMatchObject({ owedCentavos: 0, bookings: [] })
})

test('Today has what is to be collected: the deposit until it is paid, and the rest after the return', async () => {
  const araro = await withTractor()
  const { memberId, machineId, clerk } = araro
  const one = await araro.approved({ memberId, machineId, period: ahead(1) })
  const collect = async () => (await clerk.today.get({})).collect
  expect(await collect()).toMatchObject([{ bookingId: one.id, what: 'deposit', owedCentavos: 50_000 }])
  await pay(araro, one.id, 30_000)
  expect(await collect()).toMatchObject([{ what: 'deposit', owedCentavos: 20_000 }])
  await pay(araro, one.id, 20_000)
  expect(await clerk.today.get({})).toMatchObject({ collect: [], counts: { collect: 0 } })
  await outAndBack(araro, one, 1)
  expect(await collect()).toMatchObject([{ what: 'rest', owedCentavos: 50_000, memberName: 'Ana Reyes' }])
})

test('a later change of the rate or the deposit changes nothing of what is due already', async () => {
  const araro = await withTractor()
  const { memberId, machineId, typeId } = araro
  const one = await araro.approved({ memberId, machineId, period: ahead(3, 2) })
  const rules = { minNoticeDays: null, maxDays: null, horizonDays: null }
  const change = {
    commandId: newId(),
    typeId,
    version: 1,
    name: 'Harvester',
    ...rules,
    depositCentavos: null,
  }
  expect(await araro.manager.machines.changeType(change)).toMatchObject({ ok: true })
  await araro.clerk.bookings.note({ commandId: newId(), bookingId: one.id, version: 2, text: 'came by' })
  expect(await balanceOf(araro)).toMatchObject({ owedCentavos: 50_000 })
})

test('a member pays in advance up to what the booking costs, and not a centavo more', async () => {
  const araro = await withTractor()
  const { memberId, machineId } = araro
  const { id } = await araro.approved({ memberId, machineId, period: ahead(3, 2) })
  expect(await pay(araro, id, 200_001)).toMatchObject({
    refusal: { reason: 'more-than-owed', owedCentavos: 200_000 },
  })
  expect(reasonOf(await pay(araro, id, 200_000))).toBe('yes')
  expect(reasonOf(await pay(araro, id, 1))).toBe('more-than-owed')
  expect(await balanceOf(araro)).toMatchObject({ owedCentavos: 0, aheadCentavos: 150_000 })
})

test('one payment settles several bookings, and one booking is settled by several payments', async () => {
  const araro = await withTractor()
  const { memberId, machineId, clerk } = araro
  const first = await araro.approved({ memberId, machineId, period: ahead(3) })
  const second = await araro.approved({ memberId, machineId, period: ahead(5) })
  const lines = [
    { bookingId: first.id, centavos: 100_000 },
    { bookingId: second.id, centavos: 40_000 },
  ]
  const taken = await clerk.payments.take({
    commandId: newId(),
    memberId,
    lines,
    how: 'e-wallet',
    reference: 'GC-1',
  })
  expect(taken).toMatchObject({
    ok: true,
    payment: { centavos: 140_000, how: 'e-wallet', reference: 'GC-1' },
  })
  araro.clock.pass(1000)
  await pay(araro, second.id, 60_000)
  const { payments } = await clerk.payments.list({ bookingId: second.id })
  expect(payments.map(one => one.centavos)).toEqual([60_000, 140_000])
  expect(payments[0]?.lines[0]).toMatchObject({ centavos: 60_000, leftCentavos: 0 })
})

test('a payment is for other bookings of the member who pays, each once', async () => {
  const araro = await withTractor()
  const { memberId, machineId, clerk } = araro
  const other = await araro.member()
  const theirs = await araro.approved({ memberId: other.id, machineId, period: ahead(8) })
  const own = await araro.approved({ memberId, machineId, period: ahead(3) })
  const line = { bookingId: own.id, centavos: 100 }
  const take = (lines: { bookingId: string; centavos: number }[]) =>
    clerk.payments.take({ commandId: newId(), memberId, lines, ...cash }).then(reasonOf)
  expect(await take([{ bookingId: theirs.id, centavos: 100 }])).toBe('not-their-booking')
  expect(await take([line, line])).toBe('twice-in-one-payment')
  expect(await take([{ bookingId: newId(), centavos: 100 }])).toBe('not-found')
  expect(araro.count('payments')).toBe(0)
})

test('a payment is reversed once and entirely, and owed again from then on', async () => {
  const araro = await withTractor()
  const { memberId, machineId, clerk } = araro
  const { id } = await araro.approved({ memberId, machineId, period: ahead(3) })
  const taken = await pay(araro, id, 50_000)
  const paymentId = taken.ok ? taken.payment.id : ''
  const reversed = await clerk.payments.reverse({ commandId: newId(), paymentId, reason: 'wrong member' })
  expect(reversed).toMatchObject({
    ok: true,
    payment: { kind: 'reversal', centavos: -50_000, reversesId: paymentId },
  })
  expect(await balanceOf(araro)).toMatchObject({ owedCentavos: 50_000 })
  const again = await clerk.payments.reverse({ commandId: newId(), paymentId, reason: 'again' })
  expect(again).toMatchObject({ refusal: { reason: 'reversed-already' }, current: { id: paymentId } })
  const reversalId = reversed.ok ? reversed.payment.id : ''
  expect(
    reasonOf(await clerk.payments.reverse({ commandId: newId(), paymentId: reversalId, reason: 'x' })),
  ).toBe('reversed-already')
})

test('a deposit of a booking that is cancelled is given back, and no more than was paid', async () => {
  const araro = await withTractor()
  const { memberId, machineId, clerk } = araro
  const { id } = await araro.approved({ memberId, machineId, period: ahead(3) })
  const paid = await pay(araro, id, 50_000)
  await clerk.bookings.cancel({ commandId: newId(), bookingId: id, version: 2, reason: 'rain' })
  expect(await balanceOf(araro)).toMatchObject({ owedCentavos: 0, aheadCentavos: 50_000 })
  const refund = (centavos: number) =>
    clerk.payments.refund({
      commandId: newId(),
      memberId,
      lines: [{ bookingId: id, centavos }],
      ...cash,
      reason: 'cancelled in time',
    })
  expect(reasonOf(await refund(50_001))).toBe('more-than-paid')
  expect(await refund(50_000)).toMatchObject({ ok: true, payment: { kind: 'refund', centavos: -50_000 } })
  expect(await balanceOf(araro)).toMatchObject({ owedCentavos: 0, aheadCentavos: 0, bookings: [] })
  const paymentId = paid.ok ? paid.payment.id : ''
  const reversed = await clerk.payments.reverse({ commandId: newId(), paymentId, reason: 'wrong' })
  expect(reasonOf(reversed)).toBe('more-than-paid')
})

test('a late fee is shown before it is added, owed once it is, and waived by a manager with a reason', async () => {
  const araro = await withTractor()
  const { memberId, machineId, clerk, manager } = araro
  const one = await araro.approved({ memberId, machineId, period: ahead(1) })
  const add = () => clerk.payments.addLateFee({ commandId: newId(), bookingId: one.id })
  expect(await add()).toMatchObject({ refusal: { reason: 'no-late-fee', why: 'not-back' } })
  await outAndBack(araro, one, 2.5)
  const shown = await clerk.payments.account({ bookingId: one.id })
  expect(shown.lateFee).toEqual({
    centavos: 40_000,
    quantity: 2,
    per: 'day',
    rateCentavos: 20_000,
    added: false,
  })
  expect(shown.account).toMatchObject({ dueCentavos: 100_000 })
  expect(await add()).toMatchObject({ ok: true, account: { dueCentavos: 140_000 } })
  expect(await add()).toMatchObject({ refusal: { why: 'added-already' } })
  const waive = { bookingId: one.id, reason: 'typhoon' }
  await expect(clerk.payments.waiveLateFee({ commandId: newId(), ...waive })).rejects.toThrow()
  expect(await manager.payments.waiveLateFee({ commandId: newId(), ...waive })).toMatchObject({
    ok: true,
    account: { dueCentavos: 100_000 },
  })
  expect(reasonOf(await manager.payments.waiveLateFee({ commandId: newId(), ...waive }))).toBe(
    'no-fee-to-waive',
  )
  expect(await clerk.payments.account({ bookingId: one.id })).toMatchObject({
    lateFeeRule: { centavos: 20_000, per: 'day' },
    waived: { centavos: 40_000, reason: 'typhoon' },
  })
})

test('what a booking costs is known before, at the approval and after the work, each with how it came about', async () => {
  const araro = await withTractor()
  const { memberId, machineId, clerk, manager } = araro
  const day = { per: 'day' as const, centavos: 100_000 }
  const asked = await araro.booking({ memberId, machineId, period: ahead(1, 2) })
  const costs = async () => (await clerk.payments.account({ bookingId: asked.id })).costs
  const before = { kind: 'total', centavos: 200_000, quantity: 2, rate: day }
  expect(await costs()).toEqual({ before, promised: null, after: null })
  araro.clock.pass(1000)
  const rate = { machineId, per: 'day' as const, centavos: 120_000, validFrom: TODAY }
  await manager.rates.set({ commandId: newId(), ...rate })
  araro.clock.pass(1000)
  await manager.bookings.approve({ commandId: newId(), bookingId: asked.id, version: 1 })
  const promised = { ...before, centavos: 240_000, rate: { ...day, centavos: 120_000 } }
  expect(await costs()).toEqual({ before, promised, after: null })
  await manager.rates.set({ commandId: newId(), ...rate, centavos: 999 })
  await outAndBack(araro, { ...asked, version: 2 }, 1)
  const work = { quantity: 1.5, per: 'day' as const }
  const on = { commandId: newId(), bookingId: asked.id, version: 4 }
  await clerk.bookings.correctReturn({ ...on, reason: 'half a day only', work })
  const after = { ...promised, kind: 'measured', centavos: 180_000, quantity: 1.5 }
  expect(await costs()).toEqual({ before, promised, after })
})

test('a receipt number is given once, within its booklet, and a cancelled one never', async () => {
  const araro = await withTractor()
  const { memberId, machineId, clerk, manager } = araro
  const { id } = await araro.approved({ memberId, machineId, period: ahead(3) })
  const bookletId = newId()
  await manager.booklets.add({ commandId: bookletId, prefix: 'A-', first: 101, last: 150, desk: 'Front' })
  const payWith = (number: number) => pay(araro, id, 100, { receipt: { bookletId, number } }).then(reasonOf)
  expect(await payWith(101)).toBe('yes')
  expect(await payWith(101)).toBe('receipt-used')
  expect(await payWith(100)).toBe('receipt-outside')
  expect(await payWith(151)).toBe('receipt-outside')
  const cancelled = await clerk.booklets.cancelNumber({
    commandId: newId(),
    bookletId,
    version: 1,
    number: 102,
    reason: 'torn',
  })
  expect(cancelled).toMatchObject({ ok: true, booklet: { next: { number: 103, text: 'A-103' } } })
  expect(await payWith(102)).toBe('receipt-used')
  expect(await payWith(105)).toBe('yes')
  expect(await clerk.booklets.list({})).toMatchObject([
    {
      used: 2,
      cancelled: [{ number: 102, reason: 'torn' }],
      gaps: [{ from: 103, to: 104 }],
      next: { number: 106 },
    },
  ])
  const overlapping = { prefix: 'A-', first: 150, last: 199 }
  expect(reasonOf(await manager.booklets.add({ commandId: newId(), ...overlapping }))).toBe(
    'booklets-overlap',
  )
  expect(reasonOf(await manager.booklets.add({ commandId: newId(), ...overlapping, prefix: 'B-' }))).toBe(
    'yes',
  )
  const shorter = { commandId: newId(), bookletId, version: 2, first: 101, last: 104 }
  expect(reasonOf(await manager.booklets.change(shorter))).toBe('booklet-in-use')
  const closed = { commandId: newId(), bookletId, version: 2, first: 101, last: 150, closed: true }
  expect(await manager.booklets.change(closed)).toMatchObject({ ok: true, booklet: { next: null } })
  expect(await payWith(106)).toBe('booklet-closed')
})

test('each print of a slip is counted', async () => {
  const araro = await withTractor()
  const { memberId, machineId, clerk } = araro
  const { id } = await araro.approved({ memberId, machineId, period: ahead(3) })
  const taken = await pay(araro, id, 100)
  const paymentId = taken.ok ? taken.payment.id : ''
  for (const prints of [1, 2]) {
    expect(await clerk.payments.print({ commandId: newId(), paymentId })).toMatchObject({
      payment: { prints },
    })
  }
})

test('who owes longest comes first, page by page, with the age of each part', async () => {
  const araro = await withTractor()
  const { machineId, clock } = araro
  const others = await Promise.all([araro.member(), araro.member(), araro.member()])
  for (const { id: memberId } of others) {
    const { window } = await araro.signIn('Manager')
    const from = clock.nowMs() + 3 * DAY_MS
    const day = new Date(from).toISOString().slice(0, 10)
    const { id: bookingId, version } = await araro.booking(
      { memberId, machineId, period: { kind: 'days', from: day, to: day } },
      window,
    )
    await window.bookings.approve({ commandId: newId(), bookingId, version })
    clock.pass(40 * DAY_MS)
  }
  const clerk = (await araro.signIn('Clerk')).window
  const first = await clerk.payments.receivables({ limit: 2 })
  expect(first).toMatchObject({ totalCentavos: 150_000, count: 3 })
  expect(first.members.map(({ memberId, byAge }) => [memberId, byAge])).toEqual([
    [others[0]?.id, { to30: 0, to60: 0, to90: 0, older: 50_000 }],
    [others[1]?.id, { to30: 0, to60: 0, to90: 50_000, older: 0 }],
  ])
  const rest = await clerk.payments.receivables({ limit: 2, cursor: first.nextCursor ?? '' })
  expect(rest.members.map(one => one.memberId)).toEqual([others[2]?.id])
  expect(rest.nextCursor).toBeNull()
})

test('after how many days of owing a suspension is suggested is a setting, which suspends nobody', async () => {
  const araro = await withTractor()
  const { memberId, machineId, manager } = araro
  expect((await manager.settings.get({})).owing).toEqual({ suspendAfterDays: null })
  const owing = { suspendAfterDays: 20 }
  const changed = await manager.settings.change({ commandId: newId(), version: 1, settings: { owing } })
  expect(changed).toMatchObject({ ok: true, settings: { owing, members: { lastJobFirst: false } } })
  await araro.approved({ memberId, machineId, period: ahead(3) })
  araro.clock.pass(25 * DAY_MS)
  const { member, owes } = await manager.members.get({ memberId })
  expect(owes).toMatchObject({ owedCentavos: 50_000, days: 25 })
  expect(member).toMatchObject({ suspended: false })
  const stop = { owing: { suspendAfterDays: null } }
  const none = await manager.settings.change({ commandId: newId(), version: 2, settings: stop })
  expect(none).toMatchObject({ ok: true, settings: stop })
})

test('a payment is not undone, and the sentence names what helps instead', async () => {
  const araro = await withTractor()
  const { memberId, machineId, clerk } = araro
  const { id } = await araro.approved({ memberId, machineId, period: ahead(3) })
  const taken = await pay(araro, id, 100)
  const of = taken.ok ? taken.payment.id : ''
  expect(await clerk.undo.last({ commandId: newId(), of })).toMatchObject({
    refusal: { reason: 'cannot-undo', why: 'reversed' },
  })
})

test('no booklet has the numbers of another one, however many there are', async () => {
  const araro = await withTractor()
  const insert = araro.file.sqlite.prepare(
    'INSERT INTO booklets (id, prefix, first, last, closed) VALUES (@id, @prefix, @first, @last, 1)',
  )
  for (let one = 0; one < 250; one++)
    insert.run({ id: `old ${one}`, prefix: 'A-', first: one * 50 + 1, last: one * 50 + 50 })
  const add = (first: number) =>
    araro.manager.booklets.add({ commandId: newId(), prefix: 'A-', first, last: first + 49 })
  expect(await add(249 * 50 + 1)).toMatchObject({
    refusal: { reason: 'booklets-overlap', first: 249 * 50 + 1 },
  })
  expect(await add(250 * 50 + 1)).toMatchObject({ ok: true })
  expect(araro.errors()).toEqual([])
})
