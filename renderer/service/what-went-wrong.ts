import { ORPCError } from '@orpc/client'
import { STORAGE_FAILURES, type StorageFailure } from '#calls/storage-failures'

/**
 * Errors that are not refusals, by what a person can do about them: the service does not answer, the sign-in has
 * ended, the role lacks the permission, the input was malformed, there were too many calls at once, the file cannot
 * be written, or a defect.
 */
export type Trouble =
  | 'away'
  | 'signed-out'
  | 'not-allowed'
  | 'malformed'
  | 'too-many'
  | `storage-${StorageFailure}`
  | 'defect'

export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ORPCError)) return 'away'
  if (error.status === 401) return 'signed-out'
  if (error.status === 403) return 'not-allowed'
  if (error.status === 429) return 'too-many'
  if (error.status === 507) return `storage-${storageFailure(error) ?? 'failing'}`
  if (error.status >= 400 && error.status < 500) return 'malformed'
  // A proxy answers with these while the service is stopped.
  return error.status >= 502 && error.status <= 504 ? 'away' : 'defect'
}

function storageFailure(error: ORPCError<string, unknown>): StorageFailure | undefined {
  const said = (error.data as { storage?: unknown } | undefined)?.storage
  return STORAGE_FAILURES.find(failure => failure === said)
}

/** Whether the command may have been carried out although no answer arrived. */
export function answerUnknown(error: unknown): boolean {
  const trouble = troubleOf(error)
  return trouble === 'away' || trouble === 'defect'
}

/** What the office said about the field of a malformed call, if anything: "memberId must be an id (a UUID)". */
export function malformedField(error: unknown): string | null {
  const fields =
    error instanceof ORPCError ? (error.data as { fields?: unknown } | undefined)?.fields : undefined
  const first = Array.isArray(fields) ? (fields[0] as { field?: unknown; message?: unknown }) : undefined
  if (typeof first?.message !== 'string') return null
  return `${typeof first.field === 'string' ? first.field : ''} ${first.message}`.trim()
}
