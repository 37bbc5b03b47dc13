import { expect, test } from 'vitest'
import { may, PERMISSIONS, permissionsOf, ROLES, rolesThatMay } from '#booking/users/roles'

test('each role has exactly these permissions', () => {
  const table = Object.fromEntries(PERMISSIONS.map(permission => [permission, rolesThatMay(permission)]))
  expect(table).toEqual({
    'own-account': ['clerk', 'manager', 'admin', 'organizer'],
    'see-office': ['clerk', 'manager', 'admin'],
    'enter-bookings': ['clerk', 'manager', 'admin'],
    'decide-bookings': ['manager', 'admin'],
    'keep-members': ['clerk', 'manager', 'admin'],
    'keep-machines': ['manager', 'admin'],
    'keep-maintenance': ['manager', 'admin'],
    'set-rules': ['manager', 'admin'],
    'set-office': ['admin'],
    'keep-users': ['admin'],
    enrol: ['clerk', 'manager', 'admin', 'organizer'],
    'hold-sessions': ['manager', 'admin', 'organizer'],
    'keep-all-sessions': ['manager', 'admin'],
  })
})

test('every permission belongs to a role, and a role’s list has exactly the permissions it may use', () => {
  for (const permission of PERMISSIONS) expect(rolesThatMay(permission), permission).not.toEqual([])
  for (const role of ROLES)
    expect(permissionsOf(role)).toEqual(PERMISSIONS.filter(permission => may(role, permission)))
})
