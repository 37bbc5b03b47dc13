import { expect } from 'vitest'
import { ahead, newId, reasonOf, type TemporaryOffice } from '#tests/support/temporary-office'

// What the tests of closed days, holidays and blackouts have in common. The clock of the tests stands on Thursday,
// 19 November 2026.

export const DAY_OPEN = [{ fromMinutes: 480, toMinutes: 1020 }]
/** Closed on Sundays. */
export const WEEK = Array.from({ length: 7 }, (_, day) => (day === 6 ? [] : DAY_OPEN))
export const SUNDAY = ahead(3)
/** Monday, 30 November 2026. */
export const BONIFACIO = ahead(11)

/** Sets hours, machines and members of this office, and asks whether a time is free. */
export function openWeekIn(araro: TemporaryOffice) {
  return {
    async setHours(change: object = { week: WEEK }) {
      const { version } = await araro.clerk.hours.get({})
      const answer = await araro.manager.hours.set({ commandId: newId(), version, ...change })
      expect(reasonOf(answer)).toBe('yes')
    },
    async machineAndMember(change: object = {}) {
      const machine = await araro.machine(change)
      const member = await araro.member()
      return { machineId: machine.id, typeId: machine.typeId, memberId: member.id }
    },
    check: (machineId: string, period: object, by = araro.manager) =>
      by.bookings.check({ machineId, period: period as typeof SUNDAY }),
  }
}
