import { expect, test } from 'vitest'
import { CALL_FACTS } from '#calls/contract'

/** Who may make each call, written down a second time: a right that is weakened by mistake is noticed here. */
const RIGHTS = {
  anyone: ['auth.signIn', 'auth.who', 'setup.office', 'setup.openSample', 'setup.state'],
  'set-office': ['setup.removeSample'],
  'own-account': ['auth.changePassword', 'auth.signOut', 'notices.list', 'notices.read'],
  'see-office': [
    'bookings.get',
    'bookings.list',
    'bookings.promisedBefore',
    'calendar.dayLoads',
    'calendar.events',
    'calendar.today',
    'calendar.takenDays',
    'changes.head',
    'changes.watch',
    'fields.list',
    'history.list',
    'history.refused',
    'history.verify',
    'machines.list',
    'machines.photo',
    'machines.types',
    'maintenance.list',
    'members.get',
    'members.list',
    'members.search',
    'settings.get',
    'today.get',
  ],
  'set-rules': ['settings.change'],
  'keep-users': ['users.add', 'users.change', 'users.disable', 'users.list'],
  'keep-machines': [
    'machines.add',
    'machines.addType',
    'machines.change',
    'machines.changeType',
    'machines.promised',
    'machines.retire',
    'machines.setPhoto',
  ],
  'keep-members': [
    'fields.add',
    'fields.change',
    'members.add',
    'members.addMany',
    'members.change',
    'members.checkMany',
    'members.reinstate',
    'members.suggestions',
    'members.suspend',
    'members.verify',
  ],
  'enter-bookings': [
    'bookings.cancel',
    'bookings.check',
    'bookings.expect',
    'free.first',
    'bookings.handOver',
    'bookings.hold',
    'bookings.move',
    'bookings.noShow',
    'bookings.correct',
    'bookings.note',
    'bookings.release',
    'bookings.request',
    'bookings.return',
    'maintenance.breakDown',
    'maintenance.expect',
  ],
  'decide-bookings': ['bookings.approve', 'bookings.reject', 'bookings.waiting', 'scan.run', 'today.figures'],
  'keep-maintenance': [
    'maintenance.cancel',
    'maintenance.check',
    'maintenance.finish',
    'maintenance.schedule',
  ],
}

test('each call may be made with exactly the right that is written down for it', () => {
  const written = Object.entries(RIGHTS).flatMap(([right, calls]) => calls.map(call => `${call}: ${right}`))
  const needed = [...CALL_FACTS].map(([call, { right }]) => `${call}: ${right}`)
  expect(needed.sort()).toEqual(written.sort())
})
