import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { endUnusedPhotos } from '#office/bookings/photos'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { asDataUrl, type Kind, pictureBytes } from '#tests/support/pictures'
import { ahead, NOW, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const DAY = 86_400_000

const keep = (seed: number, kind: Kind = 'jpeg', length = 64) =>
  araro.clerk.bookings.keepPhoto({ photo: asDataUrl(pictureBytes(kind, { seed, length }), kind) })
async function kept(seed: number): Promise<string> {
  const answer = await keep(seed)
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.hash
}
const promised = () => araro.approved({ memberId, machineId, period: ahead(1, 2) })

describe('a photo', () => {
  test('is kept under its hash before the hand-over, and shown by it from then on', async () => {
    const photo = asDataUrl(pictureBytes('png', { seed: 7 }), 'png')
    const answer = await araro.clerk.bookings.keepPhoto({ photo })
    const own = hash('sha256', pictureBytes('png', { seed: 7 }))
    expect(answer).toEqual({ ok: true, hash: own })
    const booking = await promised()
    const out = await araro.clerk.bookings.handOver(on(booking, { atMs: NOW, photos: [own] }))
    expect(reasonOf(out)).toBe('yes')
    expect(await araro.manager.bookings.photo({ hash: own })).toEqual({ photo })
    const { facts, history } = await araro.clerk.bookings.get({ bookingId: booking.id })
    expect(facts).toMatchObject([{ photos: [own] }])
    expect(history.find(row => row.action === 'bookings.handOver')?.after).toMatchObject({ photos: [own] })
  })

  test('is neither in the command nor in the history nor in a list', async () => {
    const booking = await promised()
    const picture = pictureBytes('jpeg', { seed: 5, length: 3000 })
    const answer = await araro.clerk.bookings.keepPhoto({ photo: asDataUrl(picture) })
    const photos = answer.ok ? [answer.hash] : []
    await araro.clerk.bookings.handOver(on(booking, { atMs: NOW, photos }))
    const bytes = picture.toString('base64').slice(0, 40)
    for (const table of ['commands', 'history', 'changes', 'notices', 'bookings', 'booking_facts']) {
      const rows = JSON.stringify(araro.file.sqlite.prepare(`SELECT * FROM ${table}`).all())
      expect(rows.includes(bytes), table).toBe(false)
    }
    expect(JSON.stringify(await araro.clerk.bookings.list({}))).not.toContain(photos[0])
  })

  test('that is no picture, or is larger than 200 kB, is refused in a sentence’s terms', async () => {
    const text = Buffer.from('<svg onload="alert(1)">')
    expect(await araro.clerk.bookings.keepPhoto({ photo: asDataUrl(text) })).toMatchObject({
      refusal: { reason: 'not-a-picture' },
    })
    expect(reasonOf(await keep(1, 'webp', 200_000))).toBe('yes')
    expect(await keep(2, 'jpeg', 200_001)).toMatchObject({
      refusal: { reason: 'photo-too-large', most: 200_000 },
    })
    const long = asDataUrl(pictureBytes('jpeg', { length: 300_000 }))
    await expect(araro.clerk.bookings.keepPhoto({ photo: long })).rejects.toThrow('at most 200 kB')
  })

  test('that was never kept, an eleventh one and one named twice are refused, and nothing is handed over', async () => {
    const booking = await promised()
    const handOver = (photos: string[]) => araro.clerk.bookings.handOver(on(booking, { atMs: NOW, photos }))
    expect(await handOver(['0'.repeat(64)])).toMatchObject({
      refusal: { reason: 'photo-gone' },
      current: { status: 'approved' },
    })
    const hashes = await Promise.all(Array.from({ length: 11 }, (_, seed) => kept(seed)))
    await expect(handOver(hashes)).rejects.toThrow('at most 10 photos')
    await expect(handOver([hashes[0]!, hashes[0]!])).rejects.toThrow('each photo once')
    expect(reasonOf(await handOver(hashes.slice(1)))).toBe('yes')
  })
})

describe('a photo that nothing shows', () => {
  test('ends after two days, and one that a return shows does not', async () => {
    const booking = await promised()
    await araro.clerk.bookings.handOver(on(booking, { atMs: NOW }))
    const [used, unused] = [await kept(1), await kept(2)]
    const back = { ...on(booking, { atMs: NOW, photos: [used] }), version: 3 }
    expect(reasonOf(await araro.clerk.bookings.return(back))).toBe('yes')
    araro.clock.pass(2 * DAY)
    await endUnusedPhotos(araro.office)
    expect(araro.count('photos')).toBe(2)
    araro.clock.pass(1)
    await endUnusedPhotos(araro.office)
    expect((await araro.clerk.bookings.photo({ hash: unused })).photo).toBeNull()
    expect((await araro.clerk.bookings.photo({ hash: used })).photo).not.toBeNull()
  })

  test('lasts from the moment at which it was chosen again', async () => {
    const hash = await kept(1)
    araro.clock.pass(1.5 * DAY)
    expect(await kept(1)).toBe(hash)
    araro.clock.pass(DAY)
    await endUnusedPhotos(araro.office)
    expect(araro.count('photos')).toBe(1)
  })

  test('is one of at most fifty of a person; another person has fifty of their own', async () => {
    for (let seed = 0; seed < 50; seed++) await kept(seed)
    expect(await keep(50)).toMatchObject({ refusal: { reason: 'too-many-photos', most: 50 } })
    // One that is kept already is not another one.
    expect(reasonOf(await keep(3))).toBe('yes')
    const photo = asDataUrl(pictureBytes('jpeg', { seed: 51 }))
    expect(reasonOf(await araro.manager.bookings.keepPhoto({ photo }))).toBe('yes')
  })
})

describe('the condition of a machine', () => {
  const seen = [
    { point: 'Tyres', state: 'worn' as const, note: 'left rear' },
    { point: 'Lights', state: 'fine' as const },
  ]

  test('is kept point by point, and the next hand-over is told what the last return said', async () => {
    const first = await promised()
    await araro.clerk.bookings.handOver(on(first, { atMs: NOW, condition: [seen[1]!] }))
    expect((await araro.clerk.machines.lastSeen({ machineId })).back).toBeNull()
    araro.clock.pass(1)
    const back = { ...on(first, { atMs: NOW + 1, condition: seen }), version: 3 }
    expect(reasonOf(await araro.clerk.bookings.return(back))).toBe('yes')
    expect((await araro.clerk.machines.lastSeen({ machineId })).back).toEqual({
      condition: seen,
      atMs: NOW + 1,
      bookingId: first.id,
      memberName: 'Ana Reyes',
    })
    const { facts, history } = await araro.clerk.bookings.get({ bookingId: first.id })
    expect(facts.map(fact => fact.condition)).toEqual([[seen[1]], seen])
    expect(history.find(row => row.action === 'bookings.return')?.after).toMatchObject({ condition: seen })
  })

  test('names each point once, and only states that there are', async () => {
    const booking = await promised()
    const handOver = (condition: object[]) =>
      araro.clerk.bookings.handOver(on(booking, { atMs: NOW, condition: condition as never }))
    await expect(handOver([seen[0]!, seen[0]!])).rejects.toThrow('each point once')
    await expect(handOver([{ point: 'Tyres', state: 'lost' }])).rejects.toThrow('condition')
  })

  test('is looked at by the points of the machine’s type', async () => {
    const [type] = await araro.clerk.machines.types({})
    expect(type?.points).toEqual([])
    const { id: typeId, version, name } = type!
    const rules = { minNoticeDays: null, maxDays: null, horizonDays: null }
    const points = ['Tyres', 'Belts']
    const change = { commandId: newId(), typeId, version, name, ...rules }
    expect(await araro.manager.machines.changeType({ ...change, points })).toMatchObject({ type: { points } })
    // A script that does not know the points keeps them.
    const again = { ...change, commandId: newId(), version: version + 1, name: 'Combine' }
    expect(await araro.manager.machines.changeType(again)).toMatchObject({
      type: { name: 'Combine', points },
    })
  })
})
