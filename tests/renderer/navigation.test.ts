import { expect, test } from 'vitest'
import { RECORD_ENTITIES } from '#booking/entities'
import {
  GROUPS,
  hrefOf,
  hrefOfRecord,
  mayOpen,
  placeOf,
  SCREEN_NAMES,
  SCREENS,
  screensFor,
} from '../../renderer/navigation.ts'

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

test('an address says which screen, what is open beside it, and what it was asked for; an unknown one is Today', () => {
  const place = { screen: 'members', bookingId: 'b 1', open: 'm&1', find: 'Ana', status: null } as const
  expect(placeOf(hrefOf('members', place))).toEqual(place)
  expect(placeOf('#/pumps?open=p').screen).toBe('today')
  expect(placeOf('')).toMatchObject({ screen: 'today', bookingId: null, open: null })
})

test('a booking is opened beside whatever is shown, a machine and a member on their own screen', () => {
  const place = placeOf('#/history?find=Ana')
  expect(hrefOfRecord('booking', 'b', place)).toBe('#/history?booking=b&find=Ana')
  expect(hrefOfRecord('booking', 'b', placeOf('#/members?open=m'))).toBe('#/members?booking=b&open=m')
  expect(hrefOfRecord('machine', 'x', place)).toBe('#/machines?open=x')
  expect(hrefOfRecord('member', 'm', placeOf('#/calendar?booking=b'))).toBe('#/members?open=m')
})

/** Shown only beside another record: no role opens it anywhere. */
const NO_LINK: readonly string[] = ['batch', 'enrolment', 'field', 'rate', 'share']
const LINKED = RECORD_ENTITIES.filter(entity => !NO_LINK.includes(entity))

test('a record without a panel of its own leads to its screen, so that nothing leads nowhere', () => {
  for (const entity of LINKED) {
    const { screen } = placeOf(hrefOfRecord(entity, 'id', placeOf('#/help')))
    expect(SCREEN_NAMES, entity).toContain(screen)
    expect(screen === 'help', entity).toBe(entity === 'booking')
  }
  expect(hrefOfRecord('payment', 'r', placeOf('#/help'))).toBe('#/payments?open=r')
  expect(hrefOfRecord('maintenance', 'r', placeOf('#/help'))).toBe('#/maintenance?open=r')
})

test('what a role is not shown is no link for it', () => {
  const inSettings = ['blackout', 'booklet', 'holiday', 'quota', 'settings', 'user']
  expect(LINKED.filter(entity => !mayOpen(entity, 'clerk')).toSorted()).toEqual(inSettings)
  expect(RECORD_ENTITIES.filter(entity => !mayOpen(entity, 'manager')).toSorted()).toEqual(NO_LINK)
})
