import { describe, expect, test } from 'vitest'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { newId } from '#tests/support/temporary-office'

const araro = officeForEachTest()

describe('many members pasted', () => {
  const add = (text: string) => araro.clerk.members.addMany({ commandId: newId(), text })

  test('are all added if every line is valid, each with a line in the history', async () => {
    const answer = await add('1\tAna Reyes\t0917\tPoblacion\trice\r\n\r\n2\tJosé Peña\n3\tBen Cruz\t\t\t\t\t')
    expect(answer).toEqual({ ok: true, added: 3 })
    const { rows } = await araro.clerk.history.list({ entity: 'member' })
    expect(rows.map(row => row.title)).toEqual(['Ben Cruz', 'José Peña', 'Ana Reyes'])
  })

  test('are added without the heading line of the sheet', async () => {
    expect(await add('No.\tName\tPhone\n1\tAna Reyes\t0917')).toEqual({ ok: true, added: 1 })
    expect(await araro.clerk.members.checkMany({ text: '2\tNo. Name\n3,Ben Cruz,0918' })).toMatchObject({
      good: [{ number: '2' }],
      bad: [{ line: 2, problem: 'no-tabs' }],
    })
  })

  test('are all refused if one line is invalid, and every invalid line is listed with its number', async () => {
    await araro.member({ number: 'm-7' })
    const text = [
      '1\tGood One',
      '\tNo Number',
      '2\t',
      'M-7\tTaken',
      '3\tGood Two',
      '3\tTwice',
      `4\t${'x'.repeat(121)}`,
      '5\tMany\ta\tb\tc\td',
      '6\tBell\u0007',
    ].join('\n')
    const answer = await add(text)
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'bad-lines', good: 2 } })
    const lines = !answer.ok && answer.refusal.reason === 'bad-lines' ? answer.refusal.lines : []
    expect(lines.map(line => [line.line, line.problem])).toEqual([
      [2, 'no-number'],
      [3, 'no-name'],
      [4, 'number-taken'],
      [6, 'number-twice'],
      [7, 'too-long'],
      [8, 'too-many-columns'],
      [9, 'control-characters'],
    ])
    expect(araro.count('members')).toBe(1)
    expect((await araro.clerk.members.checkMany({ text })).bad).toEqual(lines)
  })
})
