import { beforeEach, expect, test } from 'vitest'
import { type MessagePlaces, messagePlaces } from '../../../renderer/messages/message-places.ts'

let shown: Map<string, string>
let everShown: string[]
let places: MessagePlaces<string>
beforeEach(() => {
  shown = new Map()
  everShown = []
  places = messagePlaces<string>({
    show(id, text) {
      expect(everShown).not.toContain(id)
      everShown.push(id)
      shown.set(id, text)
    },
    hide: id => void shown.delete(id),
  })
})

const texts = () => [...shown.values()]
const tell = (said: string, kind = said) => places.tell({ kind, said }, text => text)
const approve = (name: string) =>
  places.tell(
    { kind: 'approve', said: `Approved: ${name}`, counted: count => `${count} approved` },
    text => text,
  )

test('messages never pile up: what was done last takes the place of what was done before', () => {
  for (const said of ['saved', 'returned', 'cancelled']) tell(said)
  expect(texts()).toEqual(['cancelled'])
})

test('the same done several times is counted, each time as a new message that is announced', () => {
  approve('Ana')
  expect(texts()).toEqual(['Approved: Ana'])
  approve('Ben')
  approve('Carla')
  expect(texts()).toEqual(['3 approved'])
  expect(everShown).toHaveLength(3)
})

test('counting begins again after the message has gone, or after another one', () => {
  approve('Ana')
  places.gone(everShown[0] ?? '')
  approve('Ben')
  expect(texts().at(-1)).toBe('Approved: Ben')
  tell('saved')
  approve('Carla')
  expect(texts().at(-1)).toBe('Approved: Carla')
})

test('an offer stays beside what is done after it, and at most two messages are shown', () => {
  places.offer('undo', 'Moved. Undo')
  tell('saved')
  tell('returned')
  expect(texts()).toEqual(['Moved. Undo', 'returned'])
  places.offer('closed-form', 'Bring it back')
  expect(texts()).toEqual(['returned', 'Bring it back'])
})

test('on another screen what was done is gone, and an offer is still there', () => {
  tell('saved')
  places.offer('undo', 'Moved. Undo')
  places.screenChanged()
  expect(texts()).toEqual(['Moved. Undo'])
})

test('an offer is withdrawn by its kind only', () => {
  places.offer('undo', 'Moved. Undo')
  places.withdraw('closed-form')
  expect(texts()).toEqual(['Moved. Undo'])
  places.withdraw('undo')
  expect(texts()).toEqual([])
})

test('Escape hides everything, and says whether there was anything', () => {
  expect(places.dismiss()).toBe(false)
  tell('saved')
  places.offer('undo', 'Moved. Undo')
  expect(places.dismiss()).toBe(true)
  expect(texts()).toEqual([])
})
