import type { HowUndone } from '#booking/undo/how-undone'
import type { CommandName, OwnCommandName } from './contract.ts'

/** How each command is undone (C11). A new command does not compile before it says so. */
export const HOW_UNDONE: { readonly [Name in CommandName | OwnCommandName]: HowUndone } = {
  'setup.office': 'stays',
  'auth.changePassword': 'not-kept',
  'settings.change': 'restore',
  'users.add': 'stays',
  'users.change': 'restore',
  'users.disable': 'restore',
  'users.resetPassword': 'not-kept',
  'machines.add': 'stays',
  'machines.change': 'restore',
  'machines.setPhoto': 'not-kept',
  'machines.retire': 'restore',
  'machines.addType': 'stays',
  'machines.changeType': 'restore',
  'members.add': 'stays',
  'members.addMany': 'stays',
  'members.change': 'restore',
  'members.verify': 'restore',
  'members.suspend': 'restore',
  'members.reinstate': 'restore',
  'fields.add': 'stays',
  'fields.change': 'restore',
  'bookings.request': 'restore',
  'bookings.approve': 'restore',
  'bookings.reject': 'restore',
  'bookings.cancel': 'restore',
  'bookings.move': 'restore',
  'bookings.correct': 'restore',
  'bookings.noShow': 'restore',
  'bookings.handOver': 'happened',
  'bookings.return': 'happened',
  'bookings.correctHandOver': 'happened',
  'bookings.correctReturn': 'happened',
  'bookings.note': 'happened',
  'bookings.expect': 'restore',
  'bookings.extend': 'restore',
  'bookings.settle': 'happened',
  'maintenance.schedule': 'restore',
  'maintenance.breakDown': 'restore',
  'maintenance.expect': 'restore',
  'maintenance.finish': 'restore',
  'maintenance.cancel': 'restore',
  'upkeep.run': 'happened',
  'undo.last': 'restore',
}

/** How the command with this name is undone; of one that this version of Araro does not know, nothing is kept. */
export function howUndone(name: string): HowUndone {
  return Object.hasOwn(HOW_UNDONE, name) ? HOW_UNDONE[name as CommandName] : 'not-kept'
}
