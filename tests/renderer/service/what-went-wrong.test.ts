import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { STORAGE_FAILURES } from '#calls/storage-failures'
import { asCallError } from '#office/law/call-errors'
import { answerUnknown, troubleOf } from '../../../renderer/service/what-went-wrong.ts'
import { troubleSentence } from '../../../renderer/words/parts/trouble.ts'

/** An error of SQLite as it reaches a window through the office. */
function atTheWindow(code: string): unknown {
  const error = Object.assign(new Error('from SQLite'), { code })
  const said = asCallError(error, 'bookings.request') as ORPCError<string, unknown>
  const { status, message, data } = JSON.parse(JSON.stringify(said)) as {
    status: number
    message: string
    data: unknown
  }
  return new ORPCError('INSUFFICIENT_STORAGE', { status, message, data })
}

test.each([
  ['SQLITE_FULL', 'storage-full', /disk .* is full\. Nothing was saved/],
  ['SQLITE_READONLY_DIRECTORY', 'storage-read-only', /cannot be written to\. Nothing was saved/],
  ['SQLITE_CORRUPT', 'storage-damaged', /damaged\. Nothing was saved/],
  ['SQLITE_IOERR_WRITE', 'storage-failing', /reported an error\. Nothing was saved/],
])('%s is shown as a sentence that says that nothing was saved', (code, trouble, sentence) => {
  const error = atTheWindow(code)
  expect(troubleOf(error)).toBe(trouble)
  expect(troubleSentence(error)).toMatch(sentence)
  // The office has certainly done nothing, so pressing again is a new command.
  expect(answerUnknown(error)).toBe(false)
})

test('a storage error that this window does not know is shown as a failing disk', () => {
  const error = new ORPCError('INSUFFICIENT_STORAGE', { status: 507, data: { storage: 'molten' } })
  expect(troubleOf(error)).toBe('storage-failing')
  expect(STORAGE_FAILURES).not.toContain('molten')
})
