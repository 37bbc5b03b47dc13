import { PARTS } from '#booking/quotas/quotas'
import type { InputOf, OutputOf } from '#calls/contract'
import { readQuotas } from '#db/read/quotas'
import { reading } from '#db/transaction'
import { call, commandCall } from '../law/answering.ts'
import { calendarOf } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'
import { remove, set } from './commands.ts'
import { shownQuota } from './record.ts'
import { useOf } from './use-of.ts'

export const quotaCalls = [
  commandCall(set),
  commandCall(remove),
  call('quotas.list', ({ office: { file } }) => ({
    quotas: readQuotas(file.db).map(({ typeName: _, ...quota }) =>
      shownQuota(file.db, { ...quota, removed: false }),
    ),
  })),
  call('quotas.left', ({ office }, asked) => leftOf(office, asked)),
] as const

function leftOf(office: Office, { memberId, day }: InputOf<'quotas.left'>): OutputOf<'quotas.left'> {
  return reading(office.file.db, () => {
    const { db } = office.file
    const calendar = calendarOf(settingsNow(db).office.timeZone)
    const on = day ?? calendar.dayOf(office.clock.nowMs())
    const quotas = readQuotas(db).flatMap(named => {
      const use = useOf(db, calendar, named, on, { memberId })
      if (!use) return []
      const { fromDay: _, toDay: _t, most, ...quota } = named
      const inUnits = (parts: number) => parts / PARTS[quota.counts]
      const { used, from, until } = use
      const amounts = { limit: inUnits(most), used: inUnits(used), left: inUnits(Math.max(0, most - used)) }
      return [{ ...quota, ...amounts, from, until }]
    })
    return { quotas }
  })
}
