import { findings } from '../support/look-with-axe.ts'
import { goTo, localDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'
import { PLAIN_MACHINE } from '../support/plain-machine.ts'

test('a paper of a machine is entered, told when it expires, renewed by another one and listed', async ({
  office,
  manager,
  clerk,
}) => {
  const [type] = await office.call<{ id: string }[]>('manager', 'machines.types', {})
  const machineId = crypto.randomUUID()
  const fields = { ...PLAIN_MACHINE, name: 'Trailer 88', typeId: type?.id }
  await office.call('manager', 'machines.add', { commandId: machineId, ...fields })
  const at = new URL(manager.url()).origin
  await manager.goto(`${at}/#/machines?open=${machineId}`)
  const panel = manager.getByRole('dialog', { name: 'Trailer 88' })
  await panel.getByRole('button', { name: 'Add a paper' }).click()
  await expect(panel.getByLabel('Number')).toBeFocused()
  await panel.getByLabel('Number').fill('MV-1')
  await panel.getByLabel('Expires').fill('31 February')
  await panel.getByRole('button', { name: 'Save paper' }).click()
  await expect(panel.getByLabel('Expires')).toBeFocused()
  await expect(panel.getByLabel('Number')).toHaveValue('MV-1')
  await panel.getByLabel('Expires').fill(localDay(-1))
  expect(await findings(manager)).toEqual([])
  await panel.getByRole('button', { name: 'Save paper' }).click()
  await expect(manager.getByText('Registration of Trailer 88 is saved.')).toBeVisible()
  await expect(panel).toContainText('Expired')

  // It is said at the hand-over, which goes on.
  const [member] = await office.call<{ id: string }[]>('manager', 'members.search', { text: 'S-001' })
  const bookingId = crypto.randomUUID()
  await office.call('manager', 'bookings.request', {
    commandId: bookingId,
    memberId: member?.id,
    machineId,
    period: { kind: 'days', from: localDay(0), to: localDay(0) },
  })
  await office.call('manager', 'bookings.approve', { commandId: crypto.randomUUID(), bookingId, version: 1 })
  await clerk.goto(`${new URL(clerk.url()).origin}/#/today?booking=${bookingId}`)
  const details = clerk.getByRole('dialog')
  await details.getByRole('button', { name: 'Hand over', exact: true }).click()
  await expect(clerk.getByText(/Expired: Registration/)).toBeVisible()
  expect(await findings(clerk)).toEqual([])

  await panel.getByRole('button', { name: 'Renew: Registration' }).click()
  await panel.getByLabel('Number').fill('MV-2')
  await panel.getByLabel('Expires').fill(localDay(20))
  await panel.getByRole('button', { name: 'Save paper' }).click()
  await expect(panel).toContainText('Expires soon')
  await expect(panel).not.toContainText('MV-1')
  await panel.getByRole('button', { name: 'Show 1 earlier paper' }).click()
  await expect(panel).toContainText('MV-1')
  // The open window of the clerk follows.
  await expect(clerk.getByText(/Expired: Registration/)).toHaveCount(0)

  await manager.keyboard.press('Escape')
  await goTo(manager, 'Machines')
  await manager.getByRole('button', { name: 'Papers', exact: true }).click()
  const list = manager.getByRole('dialog', { name: 'Papers' })
  await expect(list.getByRole('row', { name: /Trailer 88/ })).toContainText('MV-2')
  expect(await findings(manager)).toEqual([])
  await list.getByRole('link', { name: 'Trailer 88' }).click()
  await panel.getByRole('button', { name: 'End: Registration' }).click()
  const question = manager.getByRole('dialog', { name: 'End this paper?' })
  await question.getByRole('textbox').fill('sold')
  await question.getByRole('button', { name: 'End paper' }).click()
  await expect(panel.getByRole('button', { name: 'Renew: Registration' })).toHaveCount(0)
})
