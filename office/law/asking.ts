import type { Role } from '#booking/users/roles'
import type { Office } from '../office.ts'
import type { Actor, No } from './command.ts'
import type { createRateLimit } from './rate-limit.ts'
import type { AnyRecordKind } from './record.ts'
import type { createTurns } from './turns.ts'

/** What a shell knows about a call. */
export type CallContext = {
  /** Its Authorization header. */
  authorization: string | undefined
  /**
   * The browser that it comes from, in the shell's own words; the same for all windows of that browser. Sign-ins are
   * counted and wait in line by it (decision 18). It gives nobody any rights.
   */
  browser: string
}

/** What calls need of the desk, which can exchange the open office for the sample. */
export type AskedDesk = {
  readonly version: string
  /** How to sign in to the sample; empty unless the sample is open. */
  readonly sampleSignIn: SampleSignIn[]
  /** Refused if the folder already has an office. */
  openSample(): Promise<{ ok: true } | No>
  removeSample(): Promise<{ ok: true } | No>
}

export type SampleSignIn = { name: string; password: string; role: Role }

/** What the answer to a call gets: the office that is open now, and who asks. */
export type Asking = CallContext & {
  desk: AskedDesk
  office: Office
  token: string | undefined
  user: Actor | undefined
  rateLimit: ReturnType<typeof createRateLimit>
  turns: ReturnType<typeof createTurns>
  /** Every kind of record, by its entity. */
  records: ReadonlyMap<string, AnyRecordKind>
  /** The existing records that a command with these arguments is about, the one that it changes alone if there is one. */
  about(command: string, args: object): { kind: AnyRecordKind; id: string }[]
}
