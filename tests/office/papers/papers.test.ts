import { describe, expect, test } from 'vitest'
import { keepUp } from '#office/upkeep/keep-up'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { pictureBytes } from '#tests/support/pictures'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const DAY = 86_400_000
const day = (days: number) => ahead(days).from

async function added(fields: { expires?: string; number?: string; replaces?: string } = {}) {
  const answer = await araro.manager.papers.add({
    commandId: newId(),
    machineId,
    kind: 'insurance',
    issuedBy: 'PCIC',
    ...fields,
  })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.paper
}
const rule = async (refuse: boolean, days = 30) => {
  const { version } = await araro.manager.settings.get({})
  const settings = { machinePapers: { days, refuse } }
  expect(reasonOf(await araro.manager.settings.change({ commandId: newId(), version, settings }))).toBe('yes')
}

describe('a paper', () => {
  test('is listed by its expiry, renewed by another one, and what stood there is kept', async () => {
    await added({ number: 'none' })
    const late = await added({ expires: day(90), number: 'P-2' })
    const soon = await added({ expires: day(20), number: 'P-1' })
    const listed = async () => (await araro.clerk.papers.list({})).papers.map(one => [one.number, one.state])
    expect(await listed()).toEqual([
      ['P-1', 'expiring'],
      ['P-2', 'holds'],
      ['none', 'holds'],
    ])
    const renewed = await added({ expires: day(400), number: 'P-3', replaces: soon.id })
    expect(renewed).toMatchObject({ replaces: soon.id, state: 'holds' })
    expect(await listed()).toEqual([
      ['P-2', 'holds'],
      ['P-3', 'holds'],
      ['none', 'holds'],
    ])
    const all = (await araro.clerk.papers.ofMachine({ machineId })).papers
    expect(all.find(one => one.id === soon.id)).toMatchObject({ state: 'replaced', number: 'P-1' })
    const again = { commandId: newId(), machineId, kind: 'insurance' as const, replaces: soon.id }
    expect(reasonOf(await araro.manager.papers.add(again))).toBe('paper-replaced')
    const ended = { commandId: newId(), paperId: late.id, version: 1, reason: 'sold' }
    expect(await araro.manager.papers.end(ended)).toMatchObject({ ok: true, paper: { state: 'ended' } })
    expect(await listed()).toHaveLength(2)
  })

  test('that would expire before it is valid, or names no machine, is refused', async () => {
    const paper = { machineId, kind: 'registration' as const, validFrom: day(5), expires: day(4) }
    const backward = await araro.manager.papers.add({ commandId: newId(), ...paper })
    expect(reasonOf(backward)).toBe('paper-ends-before-it-begins')
    const nobodys = { commandId: newId(), machineId: newId(), kind: 'registration' as const }
    expect(reasonOf(await araro.manager.papers.add(nobodys))).toBe('not-found')
    const untitled = { commandId: newId(), machineId, kind: 'other' as const }
    await expect(araro.manager.papers.add(untitled)).rejects.toThrow()
    await expect(araro.clerk.papers.add({ ...nobodys, commandId: newId(), machineId })).rejects.toThrow()
  })

  test('keeps its scan, which must have been kept before', async () => {
    const photo = `data:image/jpeg;base64,${pictureBytes('jpeg', { seed: 5 }).toString('base64')}`
    const kept = await araro.manager.bookings.keepPhoto({ photo })
    const hash = kept.ok ? kept.hash : ''
    const paper = { commandId: newId(), machineId, kind: 'registration' as const }
    expect(await araro.manager.papers.add({ ...paper, photos: [hash] })).toMatchObject({
      ok: true,
      paper: { photos: [hash] },
    })
    const gone = { ...paper, commandId: newId(), photos: ['0'.repeat(64)] }
    expect(reasonOf(await araro.manager.papers.add(gone))).toBe('photo-gone')
  })

  test('is told of once before it expires and once when it has, and stands on Today', async () => {
    const paper = await added({ expires: day(40) })
    const told = async (by = araro.manager) =>
      (await by.notices.list({})).notices.filter(one => one.about.id === paper.id).map(one => one.kind)
    await keepUp(araro.office)
    expect(await told()).toEqual([])
    araro.clock.pass(10 * DAY)
    let manager = (await araro.signIn('Manager')).window
    await keepUp(araro.office)
    await keepUp(araro.office)
    expect(await told(manager)).toEqual(['paper-expiring'])
    expect((await manager.today.figures({})).papers).toMatchObject([{ id: paper.id, expired: false }])
    araro.clock.pass(31 * DAY)
    manager = (await araro.signIn('Manager')).window
    await keepUp(araro.office)
    await keepUp(araro.office)
    expect((await told(manager)).sort()).toEqual(['paper-expired', 'paper-expiring'])
    expect(await manager.today.figures({})).toMatchObject({ papers: [{ expired: true }], papersCount: 1 })
  })
})

test('a machine with an expired paper goes out, unless the settings refuse it; the form knows before', async () => {
  await added({ expires: day(-1) })
  const booking = await araro.approved({ machineId, memberId, period: ahead(1) })
  const goOut = () => araro.clerk.bookings.handOver(on(booking, { atMs: araro.clock.nowMs() }))
  const known = async () => (await araro.clerk.papers.ofMachine({ machineId })).refuse
  expect(await known()).toBe(false)
  await rule(true)
  expect(await known()).toBe(true)
  expect(await goOut()).toMatchObject({
    refusal: { reason: 'papers-expired', papers: [{ expires: day(-1) }] },
  })
  await rule(false)
  expect(reasonOf(await goOut())).toBe('yes')
})
