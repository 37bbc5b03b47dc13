import { expect, test } from 'vitest'
import { GROUPS, SCREEN_NAMES, SCREENS, screensFor } from '../../renderer/navigation.ts'

test('the screens of each group are together in the navigation, and the groups are in their order', () => {
  const groups = SCREEN_NAMES.map(name => GROUPS.indexOf(SCREENS[name].group))
  expect(groups).toEqual([...groups].sort((a, b) => a - b))
  expect(new Set(groups).size).toBe(GROUPS.length)
})

test('a role is shown only the screens that it may use', () => {
  const forManagers = ['approvals', 'settings']
  expect(screensFor('admin')).toEqual(SCREEN_NAMES)
  expect(screensFor('clerk')).toEqual(SCREEN_NAMES.filter(name => !forManagers.includes(name)))
})
