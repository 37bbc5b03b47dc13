import { hash } from 'node:crypto'
import { MOST_PROMISED } from '#booking/machines/decide-machine'
import { listMachines, listTypes, readPhoto } from '#db/read/machines'
import { call, commandCall, commandCallWith, lookOf } from '../law/answering.ts'
import { dayIn } from '../law/time-zone.ts'
import { add, addType, change, changeType, retire, setPhoto } from './commands.ts'
import { lastSeenOf } from './last-seen.ts'
import { everythingPromised } from './promised.ts'

export const machineCalls = [
  call('machines.list', ({ office }, { withRetired }) => {
    const { db, settings, nowMs } = lookOf(office)
    return listMachines(db, settings, nowMs, dayIn(settings, nowMs)).filter(
      one => withRetired || one.status !== 'out-of-service',
    )
  }),
  call('machines.photo', ({ office }, { machineId }) => ({ photo: readPhoto(office.file.db, machineId) })),
  call('machines.lastSeen', ({ office }, { machineId }) => lastSeenOf(office, machineId)),
  call('machines.types', ({ office }) => listTypes(office.file.db)),
  call('machines.promised', ({ office }, { machineId }) => {
    const promised = everythingPromised(office.file.db, machineId)
    return { promised: promised.slice(0, MOST_PROMISED), count: promised.length }
  }),
  commandCall(add),
  commandCall(change),
  commandCallWith(setPhoto, (_, { photo, ...named }, giveIt) => {
    // The command keeps the picture's hash; the machine keeps the picture.
    const photoHash = photo === null ? null : hash('sha256', photo)
    return giveIt(setPhoto.with(photo), { ...named, photoHash })
  }),
  commandCall(retire),
  commandCall(addType),
  commandCall(changeType),
] as const
