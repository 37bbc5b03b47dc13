import type { Desk } from '../desk.ts'
import type { Office } from '../office.ts'
import type { Actor } from './command.ts'
import type { createRateLimit } from './rate-limit.ts'

/** What a shell knows of a call: the raw Authorization header of that one call. */
export type CallContext = { authorization: string | undefined }

/** What every call's handler gets: the office that is open now, and who asks. */
export type Asking = CallContext & {
  desk: Desk
  office: Office
  token: string | undefined
  user: Actor | undefined
  rateLimit: ReturnType<typeof createRateLimit>
}
