import { copyFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#booking/time/day'
import { keepUp } from '#office/upkeep/keep-up'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { on } from '#tests/support/office-for-each-test'
import { type Dice, dice, printedSeed, turnsOf } from '#tests/support/seeded'
import { standingClock } from '#tests/support/standing-clock'
import { temporaryPath } from '#tests/support/temporary-file'
import { ahead, emptyOffice, NOW, newId, temporaryOffice } from '#tests/support/temporary-office'

// A PC that slept a week, and one on which every hour ran, from the same file. More files: ARARO_TURNS=50

const ROUNDS = turnsOf(2)

/** An office before a week in which nobody does anything: machines out, late and broken, promises, and a waiting list. */
async function beforeTheWeek(roll: Dice, { isWaitedFor = true } = {}): Promise<string> {
  const araro = await temporaryOffice()
  const { clerk, manager } = araro
  const members = [await araro.member(), await araro.member(), await araro.member(), await araro.member()]
  const anyMember = () => roll.pick(members).id
  const machines = []
  for (let one = 0; one < 6; one++) machines.push((await araro.machine({ capacity: 1 + roll.number(2) })).id)
  for (const machineId of machines) {
    for (let days = 1 + roll.number(3); days < 12; days += 1 + roll.number(4)) {
      const asked = {
        commandId: newId(),
        machineId,
        memberId: anyMember(),
        period: ahead(days, 1 + roll.number(2)),
      }
      const answer = await clerk.bookings.request(asked)
      if (answer.ok && roll.chance(2)) await manager.bookings.approve(on(answer.booking, {}))
    }
    if (!roll.chance(3)) await handOut(machineId, anyMember())
  }
  async function handOut(machineId: string, memberId: string): Promise<void> {
    const asked = { commandId: newId(), machineId, memberId, period: ahead(0, 1 + roll.number(4)) }
    const answer = await manager.bookings.request(asked)
    if (!answer.ok) return
    const approved = await manager.bookings.approve(on(answer.booking, {}))
    if (!approved.ok) return
    const out = await clerk.bookings.handOver(on(approved.booking, { atMs: NOW }))
    if (!out.ok || !roll.chance(2)) return
    await clerk.bookings.expect(on(out.booking, { backMs: NOW + (1 + roll.number(200)) * HOUR_MS }))
  }
  const broken = roll.pick(machines)
  const expectedEndMs = roll.chance(2) ? null : NOW + (1 + roll.number(200)) * HOUR_MS
  const { bookings } = await clerk.bookings.list({ limit: 100 })
  const displace = bookings.filter(one => one.machineId === broken).map(one => one.id)
  await clerk.maintenance.breakDown({
    commandId: newId(),
    machineId: broken,
    kind: 'corrective',
    expectedEndMs,
    displace,
  })
  for (const { id: memberId } of isWaitedFor ? members : []) {
    const fromDay = ahead(1 + roll.number(2)).from
    const wish = { machineId: roll.pick(machines), fromDay, toDay: ahead(3 + roll.number(3)).from }
    await clerk.waiting.add({ commandId: newId(), memberId, ...wish, length: { days: 1 } })
  }
  const free = { formId: newId(), machineId: roll.pick(machines), period: ahead(20) }
  await clerk.bookings.hold(free)
  await keepUp(araro.office)
  await araro.office.stop()
  araro.file.sqlite.close()
  return araro.path
}

type Row = Record<string, unknown>

/** What the office itself writes down about its work, in the order of its work. */
const OWN_WORK = ['history', 'steps', 'commands', 'changes', 'sqlite_sequence']
/**
 * When the upkeep noticed something, and ids that it made. A machine that is out is reminded of as due tomorrow only on
 * that day, and the time of an offer counts only while Araro runs (decision 26): of both the end is compared, and how many
 * offers came before is not.
 */
const LEFT_OUT: { readonly [table: string]: readonly string[] } = {
  notices: ['id', 'at_ms'],
  settling: ['since_ms'],
  waiting: ['version'],
}

function everything({ file: { sqlite } }: ReturnType<typeof emptyOffice>): Record<string, string[]> {
  const tables = sqlite
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
  const compared = tables.filter(table => !OWN_WORK.includes(table))
  return Object.fromEntries(
    compared.map(table => {
      const rows = sqlite
        .prepare<[], Row>(`SELECT * FROM ${table}`)
        .all()
        .filter(row => isCompared(table, row))
      return [
        table,
        joined(rows)
          .map(row => JSON.stringify(without(row, LEFT_OUT[table] ?? [])))
          .sort(),
      ]
    }),
  )
}
function isCompared(table: string, row: Row): boolean {
  if (table === 'notices') return row['kind'] !== 'due-tomorrow' && row['kind'] !== 'offer'
  return table !== 'offers' || row['status'] === 'running'
}
function without(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)))
}
/** A gap may be filled by one segment, or by several that touch: the same time is shut. */
function joined(rows: Row[]): Row[] {
  if (!rows.some(row => 'seg' in row)) return rows
  const whole: Row[] = []
  for (const { cls: _, seg, ...row } of rows.sort((a, b) => Number(a['start_ms']) - Number(b['start_ms']))) {
    const before = whole.find(
      one =>
        seg !== 0 &&
        one['end_ms'] === row['start_ms'] &&
        ['machine_id', 'kind', 'ref_id', 'units', 'whole'].every(column => one[column] === row[column]),
    )
    if (before) before['end_ms'] = row['end_ms']
    else whole.push(row)
  }
  return whole
}

function openCopy(path: string) {
  const own = temporaryPath()
  copyFileSync(path, own)
  return emptyOffice(own, standingClock(NOW))
}

test(
  'a week of sleep ends as a week of hours does, and the upkeep says in one line what it did',
  async () => {
    const seed = printedSeed('a week asleep')
    const roll = dice(seed)
    for (let round = 0; round < ROUNDS; round++) {
      const at = `seed ${seed}, round ${round}`
      const path = await beforeTheWeek(roll)
      const [hourly, asleep] = [openCopy(path), openCopy(path)]
      for (let hour = 0; hour < 7 * 24; hour++) {
        hourly.clock.pass(HOUR_MS)
        await keepUp(hourly.office)
      }
      asleep.clock.pass(7 * DAY_MS)
      const before = asleep.count('history')
      await keepUp(asleep.office)
      expect(asleep.count('history'), at).toBeGreaterThan(before)
      expect(everything(asleep), at).toEqual(everything(hourly))
      for (const araro of [hourly, asleep]) {
        expect(whatIsWrong(araro.file.sqlite), at).toEqual([])
        const [history, commands] = [araro.count('history'), araro.count('commands')]
        await keepUp(araro.office)
        expect([araro.count('history'), araro.count('commands')], `${at}: once more`).toEqual([
          history,
          commands,
        ])
        expect(araro.errors()).toEqual([])
      }
      const lines = asleep.file.sqlite
        .prepare<[number], { user_name: string; after: string }>(
          "SELECT user_name, after FROM history WHERE entity = 'settings' AND action = 'upkeep.run' AND seq > ?",
        )
        .all(before)
      expect(lines, at).toHaveLength(1)
      expect(lines[0]?.user_name).toBe('system')
      expect(JSON.parse(lines[0]?.after ?? '{}')).toMatchObject({ holdsLapsed: 1 })
    }
  },
  60_000 * ROUNDS,
)

test(
  'a clock that jumps a week ahead and back while the office runs leaves machines shut as if it had not',
  async () => {
    const seed = printedSeed('a clock that jumps')
    const roll = dice(seed)
    for (let round = 0; round < ROUNDS; round++) {
      const at = `seed ${seed}, round ${round}`
      const path = await beforeTheWeek(roll, { isWaitedFor: false })
      const [jumping, steady] = [openCopy(path), openCopy(path)]
      jumping.clock.pass(7 * DAY_MS)
      await keepUp(jumping.office)
      expect(whatIsWrong(jumping.file.sqlite), at).toEqual([])
      jumping.clock.ms -= 7 * DAY_MS
      for (let hour = 0; hour < 30; hour++) {
        for (const araro of [jumping, steady]) {
          await keepUp(araro.office)
          expect(whatIsWrong(araro.file.sqlite), at).toEqual([])
          expect(araro.errors(), at).toEqual([])
          araro.clock.pass(HOUR_MS)
        }
        // The hold of a form lapses within the first hour anyway.
        if (hour === 0) continue
        const [one, other] = [everything(jumping), everything(steady)]
        for (const table of ['bookings', 'maintenance', 'occupancy'])
          expect(one[table], `${at}, hour ${hour}: ${table}`).toEqual(other[table])
      }
    }
  },
  60_000 * ROUNDS,
)
