import type { Page } from '@playwright/test'
import { findings } from '../support/look-with-axe.ts'
import { choose, localDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** The member in the booking form: found, added and verified without leaving it, and what is known of them. */
test.describe.configure({ mode: 'serial' })

type Member = { id: string; name: string; number: string; phone: string; barangay: string }
const member = (page: Page) => page.getByLabel('Member', { exact: true })
const form = (page: Page) => page.getByRole('dialog', { name: 'New booking' })
const save = (page: Page) => page.getByRole('button', { name: 'Save booking' })

test('a member is found by phone and left with Tab, and the barangay is shown beside the name', async ({
  office,
  clerk,
}) => {
  const [known] = await office.call<Member[]>('clerk', 'members.search', { text: 'S-021' })
  if (!known) throw new Error('the sample has no member S-021')
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await choose(clerk, 'Machine', 'Tracto', /^Tractor 1/)
  await member(clerk).fill('s21')
  await expect(clerk.getByRole('option').first()).toHaveText(new RegExp(`${known.name}.*${known.barangay}`))
  await member(clerk).fill(known.phone.replaceAll(' ', ''))
  await clerk.keyboard.press('Tab')
  await expect(member(clerk)).toHaveValue(`${known.name} · ${known.number} · ${known.barangay}`)
})

test('a member whom nobody knows yet is added and verified without leaving the form', async ({ clerk }) => {
  await clerk.getByLabel('From', { exact: true }).fill(localDay(160))
  await member(clerk).fill('Zosimo Quizon')
  await expect(clerk.getByRole('option', { name: 'Add “Zosimo Quizon” as a member' })).toBeVisible()
  await clerk.keyboard.press('Enter')
  const dialog = clerk.getByRole('dialog', { name: 'Add a member' })
  await expect(dialog.getByLabel('Name')).toHaveValue('Zosimo Quizon')
  expect(await findings(clerk)).toEqual([])
  await dialog.getByLabel('Number').fill('Q-900')
  await clerk.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(member(clerk)).toHaveValue('Zosimo Quizon · Q-900')
  await expect(clerk.getByText('Zosimo Quizon is not verified yet and cannot book.')).toBeVisible()
  await clerk.getByRole('button', { name: 'Verify now' }).click()
  await expect(clerk.getByText('is not verified yet')).toHaveCount(0)
  await expect(save(clerk)).toBeFocused()
  await clerk.keyboard.press('Enter')
  await expect(form(clerk)).toHaveCount(0)
  await expect(clerk.locator('.araro-calendar-body').getByText('Zosimo Quizon')).toBeVisible()
})

test('somebody whose name only comes close to that of a member can be added too', async ({ clerk }) => {
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await member(clerk).fill('Zosimo Quison')
  await expect(clerk.getByRole('option')).toHaveText([/^Zosimo Quizon/, 'Add “Zosimo Quison” as a member'])
  await member(clerk).fill('quizon')
  await expect(clerk.getByRole('option')).toHaveText([/^Zosimo Quizon/])
  await form(clerk).getByRole('button', { name: 'Close' }).click()
})

test('Escape in the dialog for a new member leaves the booking form as it was', async ({ clerk }) => {
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await clerk.getByLabel('Purpose').fill('Seedbed')
  await member(clerk).fill('Nobody Here')
  await clerk.getByRole('option', { name: /^Add “Nobody Here”/ }).click()
  const dialog = clerk.getByRole('dialog', { name: 'Add a member' })
  await expect(dialog).toBeVisible()
  await clerk.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(clerk.getByLabel('Purpose')).toHaveValue('Seedbed')
})

test('a member who has not returned a machine in time is said to have it', async ({ office, clerk }) => {
  const { bookings } = await office.call<{
    bookings: { overdue: boolean; memberNumber: string; memberName: string; machineName: string }[]
  }>('clerk', 'bookings.list', { status: ['in-use'], limit: 100 })
  const late = bookings.find(booking => booking.overdue)
  if (!late) throw new Error('the sample has no machine that is overdue')
  await choose(clerk, 'Member', late.memberNumber, new RegExp(late.memberNumber))
  const said = clerk.getByRole('status').filter({ hasText: `${late.memberName} has not returned:` })
  await expect(said.getByRole('link')).toHaveText(new RegExp(`^${late.machineName}, `))
  expect(await findings(clerk)).toEqual([])
})
