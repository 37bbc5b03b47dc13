import type { NoticeEntity, NoticeKind } from '#booking/notices/kinds'
import { batchNotices, shareNotices } from '../batches/notices.ts'
import { bookingNotices } from '../bookings/notices.ts'
import { machineNotices } from '../machines/notices.ts'
import { paperNotices } from '../papers/papers.ts'
import { sessionNotices } from '../sessions/notices.ts'
import { waitingNotices } from '../waiting/notices.ts'
import type { Words } from '../words.ts'

/**
 * The sentences of the notices about each kind of record. Each gets who did it (`by`) and the record's title (`title`),
 * of a booking its member (`member`).
 */
const SENTENCES: {
  readonly [E in NoticeEntity]: Words<{ readonly [K in NoticeKind<E>]: string }>
} = {
  batch: batchNotices,
  booking: bookingNotices,
  machine: machineNotices,
  paper: paperNotices,
  session: sessionNotices,
  share: shareNotices,
  waiting: waitingNotices,
}

/** Undefined for a kind of record that this version of Araro has no notices about. */
export function noticeSentences(entity: string): Words<Readonly<Record<string, string>>> | undefined {
  return Object.hasOwn(SENTENCES, entity) ? SENTENCES[entity as NoticeEntity] : undefined
}
