import type { MemberKind } from '#booking/members/kind'
import { RATE_UNITS, RATE_WITH, type Rate } from '#booking/money/price'
import { rateFor, rateOn } from '#booking/money/rates'
import type { LocalDay } from '#booking/time/day'
import { preparedSql, type ReadDb } from '../file.ts'
import { isOneOf } from '../odd-values.ts'
import { readingById } from '../rows.ts'
import { rates } from '../tables/rates.ts'

export type StoredRate = typeof rates.$inferSelect

export const readRate = readingById(rates)

const COLUMNS = `
  r.id, r.version, r.machine_id AS machineId, r.type_id AS typeId, r.valid_from AS validFrom, r.per, r.centavos,
  r.for_others_centavos AS forOthersCentavos, r.included AS "with", r.set_by AS setBy, r.set_ms AS setMs, r.nth`

const ofMachine = preparedSql<{ machineId: string }, StoredRate>(`
  SELECT ${COLUMNS} FROM rates r WHERE r.machine_id = @machineId
  UNION ALL
  SELECT ${COLUMNS} FROM machines m JOIN rates r ON r.type_id = m.type_id WHERE m.id = @machineId
  ORDER BY machineId, nth`)
const ofType = preparedSql<{ typeId: string }, StoredRate>(
  `SELECT ${COLUMNS} FROM rates r WHERE r.type_id = @typeId ORDER BY r.nth`,
)
const everyOne = preparedSql<{ today: LocalDay }, StoredRate>(
  `SELECT ${COLUMNS} FROM rates r WHERE r.valid_from <= @today ORDER BY r.nth`,
)

/** The rates of a machine and of its type, in the order in which each's were added. */
export function readRatesOfMachine(db: ReadDb, machineId: string): StoredRate[] {
  return ofMachine(db).all({ machineId })
}

/** The same of a type alone. */
export function readRatesOfType(db: ReadDb, typeId: string): StoredRate[] {
  return ofType(db).all({ typeId })
}

/** What a rate costs somebody of a kind; null if it says that there is none, undefined if it cannot be read. */
export function rateIn(stored: StoredRate, kind: MemberKind): Rate | null | undefined {
  const { per, centavos, forOthersCentavos, with: included } = stored
  if (per === null && centavos === null) return null
  const areAmounts = [centavos, forOthersCentavos ?? 0].every(Number.isSafeInteger)
  const isRate = isOneOf(RATE_UNITS, per) && areAmounts && isOneOf(RATE_WITH, included)
  return isRate ? rateFor(stored, kind) : undefined
}

/** What machines cost members on a day, for lists: null without a rate, undefined if it cannot be read. */
export function ratesOn(db: ReadDb, today: LocalDay) {
  const byOwner = new Map<string, StoredRate[]>()
  for (const rate of everyOne(db).all({ today })) {
    const owner = rate.machineId ?? rate.typeId ?? ''
    const others = byOwner.get(owner)
    if (others) others.push(rate)
    else byOwner.set(owner, [rate])
  }
  return (machine: { id: string; typeId: string }): Rate | null | undefined =>
    memberRate(today, [...(byOwner.get(machine.id) ?? []), ...(byOwner.get(machine.typeId) ?? [])])
}

/** The same of one machine. */
export function rateToday(db: ReadDb, machineId: string, today: LocalDay): Rate | null | undefined {
  return memberRate(today, readRatesOfMachine(db, machineId))
}

function memberRate(today: LocalDay, stored: readonly StoredRate[]): Rate | null | undefined {
  const holds = rateOn(today, stored)
  return holds ? rateIn(holds, 'member') : null
}

const kindOf = preparedSql<{ memberId: string }, { kind: MemberKind }>(
  'SELECT kind FROM members WHERE id = @memberId',
)

/** Whether somebody on the list is a member. */
export function readMemberKind(db: ReadDb, memberId: string): MemberKind {
  return kindOf(db).get({ memberId })?.kind === 'other' ? 'other' : 'member'
}
