import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import type { OfficeFile } from '#db/file'
import { insertChange } from '#db/write/history'
import { Busy, createWriteQueue } from '#office/law/write-queue'
import { refuseCommits } from '#tests/support/failing-commit'
import { openTemporary } from '#tests/support/temporary-file'
import { ahead, newId, reasonOf, temporaryOffice } from '#tests/support/temporary-office'

let file: OfficeFile
let waits: number[]
let commits: number
let clockMs: number
beforeEach(() => {
  file = openTemporary()
  waits = []
  commits = 0
  clockMs = 0
})

/**
 * A queue that records its waits instead of waiting.
 * @param whileWaiting called during each wait
 */
function queueOn(whileWaiting: (wait: number) => void = () => {}) {
  return createWriteQueue({
    file,
    clock: { nowMs: () => clockMs, monotonicMs: () => clockMs },
    before: () => {},
    committed: () => {
      commits += 1
    },
    wait: async ms => {
      clockMs += ms
      waits.push(ms)
      whileWaiting(waits.length)
    },
    random: () => 0.5,
  })
}
const note = (id: string) => (tx: Parameters<typeof insertChange>[0]) => {
  insertChange(tx, 'member', id, 1)
  return id
}
const notes = () => file.sqlite.prepare('SELECT entity_id FROM changes ORDER BY seq').pluck().all()

test('jobs that wait during a commit share the next one: 64 jobs take few commits, in order of arrival', async () => {
  const queue = queueOn()
  const ids = Array.from({ length: 64 }, (_, n) => `job ${n}`)
  expect(await Promise.all(ids.map(id => queue.write(note(id))))).toEqual(ids)
  expect(notes()).toEqual(ids)
  expect(commits).toBeLessThanOrEqual(2)
})

test('more jobs than fit into a batch take several batches, and idle waits for the last', async () => {
  const queue = queueOn()
  const all = Array.from({ length: 200 }, (_, n) => queue.write(note(`job ${n}`)))
  await queue.idle()
  expect(notes()).toHaveLength(200)
  expect(commits).toBe(4)
  await Promise.all(all)
})

test('an answered job is in the file, also for another connection', async () => {
  const queue = queueOn()
  const other = new Database(file.path)
  await queue.write(note('one'))
  expect(other.prepare('SELECT count(*) FROM changes').pluck().get()).toBe(1)
  other.close()
})

describe('when COMMIT itself fails', () => {
  test('no job is acknowledged, nothing is in the file, and no change is announced', async () => {
    const queue = queueOn()
    const commitsAgain = refuseCommits(file.sqlite)
    const results = await Promise.allSettled([queue.write(note('a')), queue.write(note('b'))])
    expect(results.map(result => result.status)).toEqual(['rejected', 'rejected'])
    expect(notes()).toEqual([])
    expect(commits).toBe(0)
    commitsAgain()
    expect(await queue.write(note('c'))).toBe('c')
    expect(notes()).toEqual(['c'])
  })

  test('because of one job, the others of its batch are committed one by one', async () => {
    const queue = queueOn()
    file.sqlite.exec(`
      CREATE TEMP TABLE nowhere (id INTEGER PRIMARY KEY);
      CREATE TEMP TABLE leads_nowhere (id INTEGER REFERENCES nowhere (id) DEFERRABLE INITIALLY DEFERRED);
    `)
    const results = await Promise.allSettled([
      queue.write(note('before')),
      queue.write(tx => {
        tx.$client.exec('INSERT INTO leads_nowhere VALUES (1)')
        return note('leads nowhere')(tx)
      }),
      queue.write(note('after')),
    ])
    expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(notes()).toEqual(['before', 'after'])
  })
})

test('a job that throws affects no other job and does not stop the queue', async () => {
  const queue = queueOn()
  const results = await Promise.allSettled([
    queue.write(note('before')),
    queue.write(tx => {
      note('half')(tx)
      throw new Error('a bug')
    }),
    queue.write(note('after')),
  ])
  expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(notes()).toEqual(['before', 'after'])
  expect(await queue.write(note('later'))).toBe('later')
})

test('an error after the commit does not affect the command: it was done once, and is acknowledged', async () => {
  const araro = await temporaryOffice()
  const [machine, member] = [await araro.machine(), await araro.member()]
  await araro.clerk.bookings.hold({ formId: newId(), machineId: machine.id, period: ahead(9) })
  const args = { commandId: newId(), machineId: machine.id, memberId: member.id, period: ahead(2) }
  const { nowMs } = araro.clock
  // The clock fails exactly when the office, after the commit, computes when the next hold expires.
  araro.clock.nowMs = () => {
    const committed = araro.file.sqlite
      .prepare('SELECT 1 FROM commands WHERE command_id = ?')
      .get(args.commandId)
    if (committed && !araro.file.sqlite.inTransaction) throw new Error('no clock')
    return nowMs()
  }
  const answer = await araro.clerk.bookings.request(args)
  araro.clock.nowMs = nowMs
  expect(reasonOf(answer)).toBe('yes')
  expect(araro.file.sqlite.prepare('SELECT count(*) FROM bookings').pluck().get()).toBe(1)
})

describe('a file locked by another program', () => {
  function lock() {
    const other = new Database(file.path)
    other.exec('BEGIN IMMEDIATE')
    return { release: () => other.inTransaction && other.exec('ROLLBACK'), close: () => other.close() }
  }

  test('is tried again after longer and longer waits, without blocking; then the job fails as Busy and nothing is written', async () => {
    const held = lock()
    const queue = queueOn()
    await expect(queue.write(note('one'))).rejects.toThrow(Busy)
    expect(waits).toEqual([100, 300, 1000])
    expect(notes()).toEqual([])
    held.release()
    expect(await queue.write(note('two'))).toBe('two')
    held.close()
  })

  test('that is unlocked in time is written normally', async () => {
    const held = lock()
    const queue = queueOn(wait => wait === 2 && held.release())
    expect(await queue.write(note('one'))).toBe('one')
    expect(waits).toEqual([100, 300])
    held.close()
  })

  test('fails all jobs of the batch as Busy, and none is written later', async () => {
    const held = lock()
    const queue = queueOn()
    const results = await Promise.allSettled([queue.write(note('a')), queue.write(note('b'))])
    expect(results.map(result => result.status === 'rejected' && result.reason)).toEqual([
      expect.any(Busy),
      expect.any(Busy),
    ])
    held.release()
    await queue.write(note('c'))
    expect(notes()).toEqual(['c'])
    held.close()
  })

  test('refuses commands as busy and does not keep that outcome: sent again, the command is done once the file is free', async () => {
    const araro = await temporaryOffice()
    const args = {
      commandId: newId(),
      memberId: (await araro.member()).id,
      machineId: (await araro.machine()).id,
    }
    const other = new Database(araro.path)
    other.exec('BEGIN IMMEDIATE')
    expect(reasonOf(await araro.clerk.bookings.request({ ...args, period: ahead(2) }))).toBe('busy')
    other.exec('ROLLBACK')
    expect(
      other.prepare('SELECT count(*) FROM commands WHERE command_id = ?').pluck().get(args.commandId),
    ).toBe(0)
    other.close()
    expect(reasonOf(await araro.clerk.bookings.request({ ...args, period: ahead(2) }))).toBe('yes')
  })
})

describe('a full disk', () => {
  const full = () =>
    file.sqlite.pragma(`max_page_count = ${file.sqlite.pragma('page_count', { simple: true })}`)
  const room = () => file.sqlite.pragma('max_page_count = 1000000')
  const large = (id: string) => (tx: Parameters<typeof insertChange>[0]) => {
    for (let n = 0; n < 5000; n++) insertChange(tx, 'member', id, 1)
    return id
  }

  test('acknowledges no job that did not fit; those that fit are committed one by one', async () => {
    const queue = queueOn()
    full()
    const results = await Promise.allSettled([
      queue.write(note('small')),
      queue.write(large('large')),
      queue.write(note('tiny')),
    ])
    expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((results[1] as PromiseRejectedResult).reason).toMatchObject({ code: 'SQLITE_FULL' })
    expect(notes()).toEqual(['small', 'tiny'])
    room()
    expect(await queue.write(large('large'))).toBe('large')
  })

  test('is reported to the user, leaves no half command, and the chain continues afterwards', async () => {
    const araro = await temporaryOffice()
    const { sqlite } = araro.file
    sqlite.pragma(`max_page_count = ${sqlite.pragma('page_count', { simple: true })}`)
    const lines = Array.from({ length: 800 }, (_, n) => `F-${n}\tMember ${n}`).join('\n')
    const commandId = newId()
    await expect(araro.clerk.members.addMany({ commandId, text: lines })).rejects.toThrow(
      /disk is full. Nothing was saved/,
    )
    expect(sqlite.prepare("SELECT count(*) FROM members WHERE number LIKE 'F-%'").pluck().get()).toBe(0)
    expect(sqlite.prepare('SELECT count(*) FROM commands WHERE command_id = ?').pluck().get(commandId)).toBe(
      0,
    )
    sqlite.pragma('max_page_count = 1000000')
    expect(await araro.clerk.members.addMany({ commandId, text: lines })).toEqual({ ok: true, added: 800 })
    expect(await araro.clerk.history.verify({})).toMatchObject({ ok: true })
  })
})
