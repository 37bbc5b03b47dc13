import { beforeEach, describe, expect, test } from 'vitest'
import { isOneTypoFromStart } from '#booking/finding/text'
import { officeForEachTest } from '#tests/support/office-for-each-test'

const araro = officeForEachTest()

describe('the search for a member', () => {
  const found = async (text: string) =>
    (await araro.clerk.members.search({ text })).map(member => member.name)
  beforeEach(async () => {
    for (const name of ['José Peña', 'Maria Josefa Núñez', 'Benigno Dela Cruz', 'Ana 100%'])
      await araro.member({ name })
  })

  test('ignores case and diacritics, in the name and in the search text', async () => {
    expect(await found('pena')).toEqual(['José Peña'])
    expect(await found('PEÑA')).toEqual(['José Peña'])
    expect(await found('nunez')).toEqual(['Maria Josefa Núñez'])
    expect(await found('jose\u0301')).toEqual(['José Peña', 'Maria Josefa Núñez'])
  })

  test('finds words in any order and parts of words', async () => {
    expect(await found('cruz beni')).toEqual(['Benigno Dela Cruz'])
    expect(await found('ela cr')).toEqual(['Benigno Dela Cruz'])
  })

  test('tolerates one typo in a word of four letters or more', async () => {
    for (const text of ['bengino', 'benigo', 'beningno', 'benihno', 'crus beni'])
      expect(await found(text), text).toEqual(['Benigno Dela Cruz'])
    expect(await found('xbe')).toEqual([])
    expect(isOneTypoFromStart('abcd', 'abdc efg')).toBe(true)
    expect(isOneTypoFromStart('abcd', 'badc')).toBe(false)
  })

  test('for a number finds only that number, and none that differs in one digit', async () => {
    for (const number of ['S-007', 'S-008', 'S-070']) await araro.member({ number, name: `Member ${number}` })
    expect(await found('S-007')).toEqual(['Member S-007'])
  })

  test('finds a member by phone, by the number however it is written, and by a name written as one word', async () => {
    await araro.member({ name: 'Lito Reyes', number: 'S-034', phone: '0917 555 1234' })
    await araro.member({ name: 'Ben Reyes', number: 'S-340', phone: '' })
    for (const text of ['0917 555 1234', '+639175551234', '5551234', 'S-34', 's034', 'S-034'])
      expect((await found(text))[0], text).toBe('Lito Reyes')
    expect(await found('delacruz')).toEqual(['Benigno Dela Cruz'])
    expect(await found('0917 555 9999')).toEqual([])
  })

  test('lists first the member with exactly this number, then names that begin with the text', async () => {
    for (const number of ['S-134', 'S-034', 'S-341']) await araro.member({ number, name: `Member ${number}` })
    expect(await found('34')).toEqual(['Member S-034', 'Member S-134', 'Member S-341'])
    await araro.member({ name: 'Adriana Bautista', number: 'B-1' })
    expect(await found('ana')).toEqual(['Ana 100%', 'Adriana Bautista'])
  })

  test('finds the same in the list of members, page by page', async () => {
    await araro.member({ name: 'Lito Reyes', number: 'S-034', phone: '0917 555 1234' })
    const listed = async (text: string) =>
      (await araro.clerk.members.list({ text })).members.map(one => one.name)
    for (const text of ['0917 555 1234', 's34', 'litoreyes'])
      expect(await listed(text)).toEqual(['Lito Reyes'])
    expect(await listed('nobody')).toEqual([])
  })

  test('treats a percent sign literally, and lists the first by name for an empty text', async () => {
    expect(await found('100%')).toEqual(['Ana 100%'])
    expect(await found('%')).toEqual(['Ana 100%'])
    expect((await found(''))[0]).toBe('Ana 100%')
    expect((await araro.clerk.members.search({ text: '', limit: 2 })).length).toBe(2)
  })
})
