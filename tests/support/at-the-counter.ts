import { expect, type Page } from '@playwright/test'
import { localDay, type OfficeInBrowser } from './office-in-browser.ts'

// What the specs about machines that go out and come back have in common.

export type Booking = { id: string; version: number }

/** A new harvester, and a booking of it for today and tomorrow that is approved, unless it is to stay free. */
export async function promised(office: OfficeInBrowser, name: string, machine: object = {}, booked = true) {
  const commandId = () => crypto.randomUUID()
  const types = await office.call<{ id: string; name: string }[]>('manager', 'machines.types', {})
  const members = await office.call<{ id: string }[]>('manager', 'members.search', {
    text: 'S-001',
    limit: 1,
  })
  const machineId = commandId()
  await office.call('manager', 'machines.add', {
    commandId: machineId,
    name,
    typeId: types.find(type => type.name === 'Combine harvester')?.id,
    bookingMode: 'days',
    capacity: 1,
    unitName: '',
    bufferBeforeMs: 0,
    bufferAfterMs: 0,
    pendingBlocks: true,
    location: '',
    note: '',
    implements: [],
    rate: null,
    ...machine,
  })
  type Answer = { ok: boolean; booking: Booking }
  if (!booked) return { machineId, booking: { id: '', version: 0 } }
  const asked = await office.call<Answer>('manager', 'bookings.request', {
    commandId: commandId(),
    machineId,
    memberId: members[0]?.id,
    period: { kind: 'days', from: localDay(0), to: localDay(1) },
  })
  const { id: bookingId, version } = asked.booking
  const approve = { commandId: commandId(), bookingId, version }
  const { booking } = await office.call<Answer>('manager', 'bookings.approve', approve)
  return { machineId, booking }
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
