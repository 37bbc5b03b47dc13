import { expect, test } from 'vitest'
import { newId, temporaryOffice } from '#tests/support/temporary-office'

test('a machine is added with its registration number, and keeps it in a change that omits it', async () => {
  const araro = await temporaryOffice()
  const machine = await araro.machine({ registrationNumber: ' ABC-1234 ' })
  expect(machine.registrationNumber).toBe('ABC-1234')
  expect((await araro.machine()).registrationNumber).toBe('')

  const { typeId, name, bookingMode, capacity, unitName, bufferBeforeMs, bufferAfterMs } = machine
  const { pendingBlocks, location, note, rate } = machine
  const fields = { typeId, name, bookingMode, capacity, unitName, bufferBeforeMs, bufferAfterMs }
  const change = (version: number, registrationNumber?: string) =>
    araro.manager.machines.change({
      commandId: newId(),
      machineId: machine.id,
      version,
      ...fields,
      ...{ pendingBlocks, location, note, rate, implements: machine.implements },
      ...(registrationNumber !== undefined && { registrationNumber }),
    })
  expect(await change(1)).toMatchObject({ ok: true, machine: { registrationNumber: 'ABC-1234' } })
  expect(await change(2, 'XYZ-9')).toMatchObject({ ok: true, machine: { registrationNumber: 'XYZ-9' } })

  const { rows } = await araro.clerk.history.list({ entity: 'machine', entityId: machine.id })
  expect(rows[0]).toMatchObject({
    before: { registrationNumber: 'ABC-1234' },
    after: { registrationNumber: 'XYZ-9' },
  })
})
