import { expect, test } from 'vitest'
import { begunWith } from '../../../../renderer/parts/fields/begun-with.ts'

test('a text that found no member begins the phone, the number or the name of a new one, whichever it looks like', () => {
  expect(begunWith('Zosimo Quizon')).toEqual({ name: 'Zosimo Quizon' })
  for (const phone of ['0917', '+63 917', '0917 123 4567', '(044) 791-1234', '9171234567']) {
    expect(begunWith(phone)).toEqual({ phone })
  }
  for (const number of ['34', '1060', 'S-034', 's34', 'KAS-012', 'No. 34']) {
    expect(begunWith(number)).toEqual({ number })
  }
})

test('a phone behind a name goes to the phone, and the name to the name', () => {
  expect(begunWith('Ana Cruz 0917 123 4567')).toEqual({ name: 'Ana Cruz', phone: '0917 123 4567' })
  expect(begunWith('Ana Cruz (044) 791-1234')).toEqual({ name: 'Ana Cruz', phone: '(044) 791-1234' })
  expect(begunWith('Purok 7 Group')).toEqual({ name: 'Purok 7 Group' })
})
