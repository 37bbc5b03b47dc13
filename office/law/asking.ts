import type { Desk } from '../desk.ts'
import type { Office } from '../office.ts'
import type { Actor } from './command.ts'
import type { createRateLimit } from './rate-limit.ts'
import type { AnyRecordKind } from './record.ts'

/** What a shell knows about a call: its Authorization header. */
export type CallContext = { authorization: string | undefined }

/** What the answer to a call gets: the office that is open now, and who asks. */
export type Asking = CallContext & {
  desk: Desk
  office: Office
  token: string | undefined
  user: Actor | undefined
  rateLimit: ReturnType<typeof createRateLimit>
  /** Every kind of record, by its entity. */
  records: ReadonlyMap<string, AnyRecordKind>
}
