import { expect, test } from 'vitest'
import { insertChange } from '#db/write/history'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { newId } from '#tests/support/temporary-office'

const araro = officeForEachTest()

const head = async () => (await araro.clerk.changes.head({})).seq

test('every change by any user reaches a watching window, numbered without gaps', async () => {
  const sinceSeq = await head()
  const watch = await araro.clerk.changes.watch({ sinceSeq })
  const machine = await araro.machine()
  const member = await araro.member()
  const seen: { seq: number; entity: string; id: string }[] = []
  for await (const change of watch) {
    seen.push(change)
    if (change.seq === (await head())) break
  }
  expect(seen.map(change => change.seq)).toEqual(seen.map((_, index) => sinceSeq + 1 + index))
  expect(seen.map(({ entity, id }) => [entity, id])).toEqual([
    ['machine-type', machine.typeId],
    ['machine', machine.id],
    ['member', member.id],
    ['member', member.id],
  ])
})

test('two watching windows both see a change', async () => {
  const sinceSeq = await head()
  const watches = await Promise.all([araro.clerk, araro.manager].map(one => one.changes.watch({ sinceSeq })))
  const next = watches.map(watch => watch.next())
  const { id } = await araro.member({ verified: false })
  for (const one of await Promise.all(next)) expect(one.value).toMatchObject({ entity: 'member', id })
  for (const watch of watches) await watch.return()
})

test('a refused command changes nothing and is not in the feed', async () => {
  const before = await head()
  const asked = { commandId: newId(), memberId: newId(), machineId: newId() }
  await araro.clerk.bookings.request({
    ...asked,
    period: { kind: 'days', from: '2026-12-01', to: '2026-12-01' },
  })
  expect(await head()).toBe(before)
})

test('a window that was disconnected catches up by number', async () => {
  const sinceSeq = await head()
  for (let n = 0; n < 5; n++) await araro.member({ verified: false })
  const watch = await araro.clerk.changes.watch({ sinceSeq })
  const seqs: number[] = []
  for await (const change of watch) {
    seqs.push(change.seq)
    if (seqs.length === 5) break
  }
  expect(seqs).toEqual([1, 2, 3, 4, 5].map(n => sinceSeq + n))
})

test('a window that was disconnected for very long gets only the newest changes: the gap tells it to read everything again', async () => {
  const sinceSeq = await head()
  await araro.office.queue.write(tx => {
    for (let n = 0; n < 1500; n++) insertChange(tx, 'member', newId(), 1)
  })
  const watch = await araro.clerk.changes.watch({ sinceSeq })
  const first = await watch.next()
  expect(first.value).toMatchObject({ seq: sinceSeq + 1500 })
  await watch.return()
})

test('a window with a number that this file never gave sees a gap, because the file is another one', async () => {
  const watch = await araro.clerk.changes.watch({ sinceSeq: 1_000_000 })
  expect((await watch.next()).value).toMatchObject({ seq: await head() })
  await watch.return()
})

test('the feed ends when the window signs out, and when the account is disabled', async () => {
  const other = await araro.signIn('Clerk')
  const watch = await other.window.changes.watch({ sinceSeq: await head() })
  const end = watch.next()
  await other.window.auth.signOut({})
  expect((await end).done).toBe(true)

  const again = await araro.clerk.changes.watch({ sinceSeq: await head() })
  const disable = { commandId: newId(), userId: araro.ids.clerk, version: 1 }
  const [one] = await Promise.all([drain(again), araro.admin.users.disable(disable)])
  expect(one).toBe('ended')
})

test('the feed needs a sign-in', async () => {
  await expect(araro.window().changes.watch({ sinceSeq: 0 })).rejects.toMatchObject({ status: 401 })
})

async function drain(watch: AsyncIterable<unknown>): Promise<string> {
  for await (const _ of watch) {
    // Only the end matters.
  }
  return 'ended'
}
