import { expect, type Page } from '@playwright/test'
import { addMachine, approved, days, memberFound } from './by-script.ts'
import type { OfficeInBrowser } from './office-in-browser.ts'

// What the specs about machines that go out and come back have in common.

export type Booking = { id: string; version: number }

/** A new harvester, and a booking of it for today and tomorrow that is approved, unless it is to stay free. */
export async function promised(office: OfficeInBrowser, name: string, machine: object = {}, booked = true) {
  const types = await office.call<{ id: string; name: string }[]>('manager', 'machines.types', {})
  const typeId = types.find(type => type.name === 'Combine harvester')!.id
  const machineId = await addMachine(office, { name, typeId, ...machine })
  if (!booked) return { machineId, booking: { id: '', version: 0 } }
  const { id: memberId } = await memberFound(office, 'S-001')
  return { machineId, booking: await approved(office, { machineId, memberId, period: days(0, 1) }) }
}

/** A picture that is larger than what is kept, in one colour with some noise. */
export async function drawn(page: Page, colour: string): Promise<Buffer> {
  const drawing = await page.evaluate(ground => {
    const canvas = document.createElement('canvas')
    canvas.width = 1800
    canvas.height = 1200
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('nothing can be drawn here')
    pen.fillStyle = ground
    pen.fillRect(0, 0, 1800, 1200)
    for (let dot = 0; dot < 20_000; dot++) {
      pen.fillStyle = `hsl(${(dot * 137) % 360} 60% 50%)`
      pen.fillRect((dot * 7919) % 1800, (dot * 104_729) % 1200, 6, 6)
    }
    return canvas.toDataURL('image/png')
  }, colour)
  return Buffer.from(drawing.slice(drawing.indexOf(',') + 1), 'base64')
}

export async function openDetails(page: Page, { id }: Booking): Promise<void> {
  await page.evaluate(booking => {
    window.location.hash = `#/bookings?booking=${booking}`
  }, id)
  await expect(page.getByRole('button', { name: 'Hand over', exact: true })).toBeVisible()
}

/** The button of the details; the dialog that it opens has one of the same name. */
export function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true }).first()
}

export function dialog(page: Page, name: string) {
  return page.getByRole('dialog', { name })
}
