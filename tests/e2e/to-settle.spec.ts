import { expect, test } from '@playwright/test'
import { drawn } from '../support/at-the-counter.ts'
import { addMachine, addMember, addType, approved, days, newId } from '../support/by-script.ts'
import {
  goTo,
  localDay,
  type OfficeInBrowser,
  openOfficeInBrowser,
  written,
} from '../support/office-in-browser.ts'

// A machine comes back late, and another one breaks down: whom that hits, and how each of them is settled.

let office: OfficeInBrowser
test.beforeAll(async ({ browser }) => {
  office = await openOfficeInBrowser(browser, { sample: true })
})
test.afterAll(() => office.end())
test.afterEach(() => expect(office.complaints).toEqual([]))

const command = () => ({ commandId: newId() })

/** Two machines of a type of their own, and a verified member. */
async function twoMachines(type: string) {
  const typeId = await addType(office, type)
  const first = await addMachine(office, { name: `${type} 1`, typeId })
  const second = await addMachine(office, { name: `${type} 2`, typeId })
  const memberId = await addMember(office, { number: type, name: `${type} Santos` })
  return { first, second, memberId }
}

test('a late machine hits a promise, which is settled by another machine in one press', async () => {
  const { first, second, memberId } = await twoMachines('Late')
  const promised = await approved(office, { machineId: first, memberId, period: days(2) })
  const { id: bookingId, version } = await approved(office, { machineId: first, memberId, period: days(0) })
  await office.call('clerk', 'bookings.handOver', { ...command(), bookingId, version, atMs: Date.now() })

  const page = await office.signedIn('manager')
  await page.goto(`${new URL(page.url()).origin}/#/bookings?booking=${bookingId}`)
  await page.getByRole('button', { name: 'Expected back' }).click()
  const dialog = page.getByRole('dialog', { name: 'When is Late 1 expected back?' })
  await dialog.getByLabel('Time').fill('+4')
  await dialog.getByRole('button', { name: 'Expected back' }).click()
  await expect(page.getByText('Late 1 is expected back', { exact: false }).first()).toBeVisible()
  await page.keyboard.press('Escape')

  await page.goto(`${new URL(page.url()).origin}/#/bookings?booking=${promised.id}`)
  await expect(page.getByText('This promise cannot be kept for now.')).toBeVisible()
  await page.getByRole('link', { name: 'Ways out: To settle' }).click()
  await expect(page.getByRole('heading', { name: 'To settle', level: 1 })).toBeVisible()
  const item = page.getByRole('listitem').filter({ hasText: `Late 1${written(localDay(2))}` })
  await expect(item).toContainText('Late 1 is still with Late Santos')
  await expect(item.getByTitle('Call Late Santos').first()).toHaveAttribute('href', 'tel:09175550101')
  await item.getByRole('button', { name: 'Late 2, same time' }).click()
  await expect(page.getByText(`Late Santos now has Late 2, ${written(localDay(2))}.`)).toBeVisible()
  await expect(item).toHaveCount(0)
  const { booking } = await office.call<{ booking: object }>('clerk', 'bookings.get', {
    bookingId: promised.id,
  })
  expect(booking).toMatchObject({ machineId: second, status: 'approved', period: days(2) })

  // The member takes a slip along that says what was settled. Only it is printed.
  await page.goto(`${new URL(page.url()).origin}/#/bookings?booking=${promised.id}`)
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.getByRole('button', { name: 'Print slip' }).click()
  await page.emulateMedia({ media: 'print' })
  const slip = page.locator('.araro-slip')
  await expect(slip).toBeVisible()
  await expect(slip).toContainText('Booking slip')
  await expect(slip).toContainText('Late 2')
  await expect(slip).toContainText(written(localDay(2)))
  await expect(slip).toContainText('This is no receipt.')
  await expect(page.getByRole('heading', { name: 'Bookings', level: 1 })).toBeHidden()
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(slip).toBeHidden()
  await page.close()
})

test('a breakdown at the counter shows whom it hits, takes their time only with consent, and what they were told stays', async () => {
  const { first, memberId } = await twoMachines('Broken')
  const promised = await approved(office, { machineId: first, memberId, period: days(1, 2) })
  const page = await office.signedIn('clerk')
  await page.goto(`${new URL(page.url()).origin}/#/machines?open=${first}`)
  await page.getByRole('button', { name: 'Broke down' }).click()
  const dialog = page.getByRole('dialog', { name: 'Broken 1 broke down' })
  await dialog.getByLabel('Note').fill('hydraulic hose')
  await dialog.getByLabel('Expected to be ready').fill('someday')
  await dialog.getByRole('button', { name: 'Save breakdown' }).click()
  await expect(dialog).toContainText('Write the day and the time as')
  await dialog.getByLabel('Expected to be ready').fill('+5')
  await expect(dialog).toContainText('1 booking loses its time to the repair:')
  await expect(dialog).toContainText('Broken Santos')
  await dialog.getByRole('button', { name: 'Save breakdown' }).click()
  await expect(dialog).toContainText('Agree to this, or choose an earlier end.')
  await dialog.getByRole('checkbox').check()
  const photo = { name: 'hose.png', mimeType: 'image/png', buffer: await drawn(page, '#850') }
  await dialog.locator('input[type=file]').setInputFiles([photo])
  await expect(dialog.getByRole('button', { name: 'Photo 1 of 1' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Save breakdown' }).click()
  await expect(page.getByText('Broken 1 is under repair. 1 booking is to be settled.')).toBeVisible()
  // It cannot break down again, and nobody can book it.
  await expect(page.getByRole('button', { name: 'Expected end' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Broke down' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Photo 1 of 1' })).toBeVisible()
  await page.keyboard.press('Escape')

  await goTo(page, 'To settle')
  const item = page.getByRole('listitem').filter({ hasText: 'Broken 1' })
  await expect(item).toContainText('A repair of Broken 1 took this time (repair: hydraulic hose)')
  await item.getByRole('button', { name: 'Told, waits' }).click()
  const remark = page.getByRole('dialog', { name: 'What was Broken Santos told?' })
  await remark.getByRole('button', { name: 'Save remark' }).click()
  await expect(remark).toContainText('Write what the member was told.')
  await remark.getByLabel('Remark').fill('waits until Friday')
  await remark.getByRole('button', { name: 'Save remark' }).click()
  await expect(item).toContainText('waits until Friday')

  // The repair is finished: its own time is free again, and offered.
  const manager = await office.signedIn('manager')
  await manager.goto(`${new URL(manager.url()).origin}/#/machines?open=${first}`)
  await manager.getByRole('button', { name: 'Finish' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Finish', exact: true }).last().click()
  await expect(manager.getByText('Broken 1: maintenance finished.')).toBeVisible()
  await manager.close()
  await page.bringToFront()
  await expect(item).toContainText('It is over by now.')
  await item
    .getByRole('button', { name: /^Broken 1, / })
    .first()
    .click()
  await expect(item).toHaveCount(0)
  const { booking } = await office.call<{ booking: object }>('clerk', 'bookings.get', {
    bookingId: promised.id,
  })
  expect(booking).toMatchObject({ status: 'pending', period: days(1, 2) })
  await page.close()
})
