import { expect, test } from 'vitest'
import { GROUPS, SCREEN_NAMES, SCREENS, screensFor } from '../../renderer/navigation.ts'

test('the screens of a group stand together in the navigation, and the groups in their order', () => {
  const groups = SCREEN_NAMES.map(name => GROUPS.indexOf(SCREENS[name].group))
  expect(groups).toEqual([...groups].sort((a, b) => a - b))
  expect(new Set(groups).size).toBe(GROUPS.length)
})

test('nobody is shown a screen that they may not use', () => {
  const forManagers = ['approvals', 'settings']
  expect(screensFor('admin')).toEqual(SCREEN_NAMES)
  expect(screensFor('clerk')).toEqual(SCREEN_NAMES.filter(name => !forManagers.includes(name)))
})
