import { expect, test } from 'vitest'
import { ahead, newId, reasonOf, temporaryOffice } from '#tests/support/temporary-office'

test('a refused attempt has the title of the record that it was to change, or of those that it named', async () => {
  const araro = await temporaryOffice()
  const { clerk, manager } = araro
  const tractor = await araro.machine({ type: 'Tractor', name: 'Tractor 1' })
  const mill = await araro.machine({ type: 'Mill', name: 'Mill 1' })
  const ana = await araro.member({ name: 'Ana Reyes' })
  const booking = await araro.booking({ machineId: tractor.id, memberId: ana.id, period: ahead(3) })

  const refused: Promise<{ ok: boolean }>[] = [
    clerk.bookings.request({
      commandId: newId(),
      machineId: tractor.id,
      memberId: ana.id,
      period: ahead(3),
    }),
    // It names another machine, but is about the booking.
    clerk.bookings.move({
      commandId: newId(),
      bookingId: booking.id,
      version: 9,
      machineId: mill.id,
      period: ahead(4),
    }),
    manager.machines.retire({ commandId: newId(), machineId: tractor.id, version: tractor.version }),
    clerk.fields.add({
      commandId: newId(),
      memberId: newId(),
      name: 'Upper',
      barangay: '',
      sitio: '',
      hectares: 1,
    }),
  ]
  expect((await Promise.all(refused)).map(reasonOf)).not.toContain('yes')

  const { attempts } = await clerk.history.refused({})
  const titles = Object.fromEntries(attempts.map(({ action, title }) => [action, title]))
  expect(titles).toEqual({
    'bookings.request': 'Tractor 1 · Ana Reyes',
    'bookings.move': 'Tractor 1 · Ana Reyes',
    'machines.retire': 'Tractor 1',
    // The member does not exist, so the name that was entered is all there is.
    'fields.add': 'Upper',
  })
})
