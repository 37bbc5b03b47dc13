import { ORPCError } from '@orpc/server'
import { STORAGE_FAILURES, type StorageFailure } from '#calls/storage-failures'
import { CannotOpen } from '#db/opening/cannot-open'
import { storageTrouble } from '#db/storage-errors'
import { Forbidden, NotSignedIn, TooMany, TooMuch } from './errors.ts'
import { Busy } from './write-queue.ts'

/** For a file that cannot be written; nothing of the call was saved. The screens have sentences of their own. */
const STORAGE_SENTENCES: { readonly [T in StorageFailure]: string } = {
  full: 'The disk is full. Nothing was saved; free some space and try again.',
  'read-only': "Araro's file cannot be written to. Nothing was saved.",
  damaged: "Araro's file is damaged. Nothing was saved; ask whoever looks after this PC to put back a copy.",
  failing: 'The disk did not take the write. Nothing was saved; try again, and check the disk.',
}

/**
 * Turns an error into one that the caller may see: the field that does not fit, the missing right, the storage
 * failure. Bugs stay as they are, for the shell to log.
 */
export function asCallError(error: unknown, call: string): unknown {
  if (error instanceof NotSignedIn) return new ORPCError('UNAUTHORIZED', { message: error.message })
  if (error instanceof Forbidden) return new ORPCError('FORBIDDEN', { message: error.message })
  if (error instanceof TooMany) return new ORPCError('TOO_MANY_REQUESTS', { message: error.message })
  if (error instanceof TooMuch) {
    const { field, message } = error
    const data = { fields: [{ field, message }] }
    return new ORPCError('BAD_REQUEST', { message: `${call}: ${field} ${message}.`, data })
  }
  if (error instanceof ORPCError) return error.code === 'BAD_REQUEST' ? namingTheField(error, call) : error
  if (error instanceof Busy) {
    const message = "Araro's file is in use by another program. Nothing was changed; try again in a moment."
    return new ORPCError('SERVICE_UNAVAILABLE', { message, cause: error })
  }
  const trouble = error instanceof CannotOpen ? error.trouble : storageTrouble(error)
  const storage = STORAGE_FAILURES.find(failure => failure === trouble)
  if (!storage) return error
  const message = STORAGE_SENTENCES[storage]
  return new ORPCError('INSUFFICIENT_STORAGE', { status: 507, message, data: { storage }, cause: error })
}

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] }

function namingTheField(error: ORPCError<string, unknown>, call: string): ORPCError<string, unknown> {
  const issues = (error.data as { issues?: readonly Issue[] } | undefined)?.issues
  if (!issues || issues.length === 0) return error
  const said = issues.slice(0, 5).map(issue => `${fieldOf(issue)} ${issue.message}`)
  const message = `${call}: ${said.join('; ')}.`.slice(0, 1000)
  const fields = issues.slice(0, 20).map(issue => ({ field: fieldOf(issue), message: issue.message }))
  return new ORPCError('BAD_REQUEST', { message, data: { fields } })
}

function fieldOf(issue: Issue): string {
  const path = (issue.path ?? []).map(part => String(typeof part === 'object' ? part.key : part))
  return path.length > 0 ? path.join('.').slice(0, 100) : 'the input'
}
