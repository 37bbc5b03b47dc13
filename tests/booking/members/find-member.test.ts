import { describe, expect, test } from 'vitest'
import { type FoundBy, findable, findableText, memberFinder } from '#booking/members/find-member'

const BENIGNO = { name: 'Benigno Dela Cruz', number: 'S-034', phone: '0917 555 1234' }
const PENA = { name: 'José Peña', number: 'A-1060', phone: '+63 918 000 4321' }

function how(text: string, member: typeof BENIGNO): FoundBy | null {
  return memberFinder(text)(findable({ ...member, text: findableText(member) }))
}

describe('a text finds a member', () => {
  test.each([
    ['S-034', 'number'],
    ['S-34', 'number'],
    ['s34', 'number'],
    ['s 034', 'number'],
    ['34', 'number'],
    ['034', 'number'],
    ['beni', 'start'],
    ['cruz beni', 'start'],
    ['delacruz', 'start'],
    ['Dela Cruz', 'start'],
    ['benignodela', 'start'],
    ['delacruz beni', 'start'],
    ['s03', 'start'],
    ['ela cr', 'inside'],
    ['-03', 'inside'],
    ['0917 555 1234', 'phone'],
    ['09175551234', 'phone'],
    ['+63 917 555 1234', 'phone'],
    ['639175551234', 'phone'],
    ['555-1234', 'phone'],
    ['cruz 1234', 'phone'],
  ] as const)('%s finds S-034 by its %s', (text, by) => {
    expect(how(text, BENIGNO)).toBe(by)
  })

  test.each(['S-340', '0918', '123', 'cruzbenigno', 'nodela', 'a-034', '%'])('%s does not find S-034', text =>
    expect(how(text, BENIGNO)).toBeNull(),
  )

  test('a part of a number finds it, but not before the member with exactly that number', () => {
    expect(how('s-03', BENIGNO)).toBe('start')
    expect(how('3', BENIGNO)).toBe('inside')
  })

  test('a number is found without its letter, and a phone with its country code', () => {
    expect(how('1060', PENA)).toBe('number')
    expect(how('a1060', PENA)).toBe('number')
    expect(how('09180004321', PENA)).toBe('phone')
    expect(how('pena', PENA)).toBe('start')
    expect(how('josepeña', PENA)).toBe('start')
  })
})
