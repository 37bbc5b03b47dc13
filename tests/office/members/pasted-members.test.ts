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

  const kept = (commandId: string) =>
    araro.file.sqlite
      .prepare('SELECT length(args) + length(outcome) FROM commands WHERE command_id = ?')
      .pluck()
      .get(commandId) as number

  test('can have 5,000 lines; a list of more is refused at once, and nothing of it is kept', async () => {
    const commandId = newId()
    const text = `${'x\n'.repeat(4999)}x`
    expect(await araro.clerk.members.checkMany({ text })).toMatchObject({ goodCount: 0, badCount: 5000 })
    const longer = { commandId, text: `${text}\nx` }
    for (const asked of [
      araro.clerk.members.addMany(longer),
      araro.clerk.members.checkMany({ text: longer.text }),
    ])
      await expect(asked).rejects.toMatchObject({
        status: 400,
        data: { fields: [{ field: 'text', message: 'must have at most 5000 lines' }] },
      })
    expect(kept(commandId)).toBeUndefined()
  })

  test('that are refused name the first fifty lines and how many there are, and so does what is kept', async () => {
    const commandId = newId()
    const text = `1\tGood One\n${`\t${'No Number '.repeat(8)}\n`.repeat(4000)}`
    const answer = await araro.clerk.members.addMany({ commandId, text })
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'bad-lines', good: 1, bad: 4000 } })
    const lines = !answer.ok && answer.refusal.reason === 'bad-lines' ? answer.refusal.lines : []
    expect(lines.map(line => line.line)).toEqual(Array.from({ length: 50 }, (_, n) => n + 2))
    expect(kept(commandId)).toBeLessThan(20_000)
    expect(await araro.clerk.members.addMany({ commandId, text })).toEqual(answer)
    const other = await araro.clerk.members.addMany({ commandId, text: `${text}\t2` })
    expect(other).toEqual({ ok: false, refusal: { reason: 'command-reused' } })
    const { good, bad } = await araro.clerk.members.checkMany({ text })
    expect([good.length, bad.length]).toEqual([1, 50])
  })

  test('that are added keep the beginning of the list with the command, and its hash', async () => {
    const commandId = newId()
    const text = Array.from({ length: 300 }, (_, n) => `${n}\tMember ${n}`).join('\n')
    expect(await araro.clerk.members.addMany({ commandId, text })).toEqual({ ok: true, added: 300 })
    expect(await araro.clerk.members.addMany({ commandId, text })).toEqual({ ok: true, added: 300 })
    expect(kept(commandId)).toBeLessThan(5000)
    expect(araro.count('members')).toBe(300)
  })
})
