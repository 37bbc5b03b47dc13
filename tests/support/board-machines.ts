import type { Locator, Page } from '@playwright/test'
import { approved, type Booking, memberFound, newId } from './by-script.ts'
import { localDay, type OfficeInBrowser } from './office-in-browser.ts'
import { NO_OWN_RULES, PLAIN_MACHINE } from './plain-machine.ts'

export const gridOf = (page: Page): Locator => page.getByRole('grid', { name: 'Board' })
export const rowOf = (page: Page, machine: string): Locator =>
  gridOf(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: machine, exact: true }) })

export type BoardMachines = { tractor: string; other: string; mill: string; dryer: string }

/** Two tractors, a mill and a dryer, each of a type that nothing else on the board has. */
export async function addBoardMachines(office: OfficeInBrowser): Promise<BoardMachines> {
  const ids = { tractor: newId(), other: newId(), mill: newId(), dryer: newId() }
  const types = { 'Board tractor': newId(), 'Board mill': newId(), 'Board dryer': newId() }
  for (const [name, id] of Object.entries(types)) {
    await office.call('manager', 'machines.addType', { commandId: id, name, ...NO_OWN_RULES })
  }
  const add = (id: string, name: string, typeId: string, more = {}) =>
    office.call('manager', 'machines.add', { commandId: id, name, typeId, ...PLAIN_MACHINE, ...more })
  await add(ids.tractor, 'Red tractor', types['Board tractor'], { location: 'Behind the mill' })
  await add(ids.other, 'Blue tractor', types['Board tractor'])
  await add(ids.mill, 'Old mill', types['Board mill'], { bookingMode: 'time' })
  const loads = { bookingMode: 'time', capacity: 60, unitName: 'sack' }
  await add(ids.dryer, 'New dryer', types['Board dryer'], loads)
  return ids
}

/** An approved booking for a member of the sample. */
export async function approvedOn(
  office: OfficeInBrowser,
  machineId: string,
  asked: { period: unknown; units?: number; purpose?: string },
  member = 'S-009',
): Promise<Booking> {
  const { id: memberId } = await memberFound(office, member)
  return approved(office, { machineId, memberId, ...asked })
}

/** Hours of a day that is counted from today. */
export function hours(day: number, from: number, to: number) {
  const midnight = Date.parse(`${localDay(day)}T00:00:00+08:00`)
  return { kind: 'time', startMs: midnight + from * 3_600_000, endMs: midnight + to * 3_600_000 }
}
