import type { Page } from '@playwright/test'
import { findings } from '../support/look-with-axe.ts'
import { choose, goTo, localDay } from '../support/office-in-browser.ts'
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
  await goTo(clerk, 'Calendar')
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
  await expect(member(clerk)).toHaveValue('Nobody Here')
})

test('a phone that found nobody begins the phone of the new member, and Enter takes the barangay highlighted', async ({
  clerk,
}) => {
  await member(clerk).fill('0999 000')
  await clerk.getByRole('option', { name: 'Add a member with the phone “0999 000”' }).click()
  const dialog = clerk.getByRole('dialog', { name: 'Add a member' })
  await expect(dialog.getByLabel('Phone')).toHaveValue('0999 000')
  await expect(dialog.getByLabel('Name')).toHaveValue('')
  const barangay = dialog.getByLabel('Barangay')
  await barangay.fill('Mali')
  const first = clerk.getByRole('option', { name: 'Maligaya', exact: true })
  await expect(first).toHaveAttribute('data-combobox-selected', 'true')
  await barangay.press('Enter')
  await expect(barangay).toHaveValue('Maligaya')
  // In the middle of a name, nothing is highlighted: Enter saves what is typed.
  await barangay.fill('ligaya')
  await expect(first).toBeVisible()
  await expect(first).not.toHaveAttribute('data-combobox-selected', 'true')
  await dialog.getByLabel('Name').fill('Crisanta Yulo')
  await barangay.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(member(clerk)).toHaveValue(/^Crisanta Yulo · .* · ligaya$/)
})

test('a name that several members have stays as typed with a sentence, is not saved, and is chosen later', async ({
  clerk,
}) => {
  await choose(clerk, 'Machine', 'Tracto', /^Tractor 1/)
  await choose(clerk, 'Member', 's-021', /S-021/)
  await clerk.getByLabel('From', { exact: true }).fill(localDay(165))
  await member(clerk).fill('delacruz')
  await clerk.keyboard.press('Tab')
  const sentence = form(clerk).getByText('4 members match “delacruz”: choose one.')
  await expect(sentence).toBeVisible()
  await expect(member(clerk)).toHaveValue('delacruz')
  expect(await findings(clerk)).toEqual([])
  await expect(save(clerk)).toBeEnabled()
  await save(clerk).click()
  await expect(member(clerk)).toBeFocused()
  await expect(sentence).toBeVisible()
  // It survives a reload too.
  await clerk.reload()
  await expect(member(clerk)).toHaveValue('delacruz')
  await expect(sentence).toBeVisible()
  await member(clerk).focus()
  await expect(clerk.getByRole('option')).toHaveCount(4)
  await clerk.keyboard.press('Escape')
  await expect(member(clerk)).toHaveValue(/S-021/)
  await member(clerk).fill('delacruz')
  await expect(clerk.getByRole('option')).toHaveCount(4)
  await clerk.keyboard.press('ArrowDown')
  await clerk.keyboard.press('Enter')
  await expect(sentence).toHaveCount(0)
  await expect(member(clerk)).toHaveValue(/Dela Cruz/)
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
  // By keyboard, what is typed next goes into the next field; the link comes after the dates and the first free times.
  await member(clerk).press('Tab')
  await expect(clerk.getByLabel('From', { exact: true })).toBeFocused()
  await clerk.keyboard.press('Tab')
  await expect(clerk.getByLabel('To', { exact: true })).toBeFocused()
  await expect(form(clerk).locator('[data-availability="checking"]')).toHaveCount(0)
  await clerk.keyboard.press('Tab')
  await expect(form(clerk).getByRole('button', { name: /first free/i })).toBeFocused()
  await clerk.keyboard.press('Tab')
  await expect(said.getByRole('link')).toBeFocused()
  expect(await findings(clerk)).toEqual([])
})
