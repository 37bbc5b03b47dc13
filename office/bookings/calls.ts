import type { Reason } from '#booking/refusal'
import type { InputOf } from '#calls/contract'
import { readBooking } from '#db/read/bookings'
import { findAlternatives, type WantedSlot } from '../availability/alternatives.ts'
import { askedBy } from '../availability/asked.ts'
import { ownForm } from '../availability/slots.ts'
import { call, commandCall, longQuestion, userOf } from '../law/answering.ts'
import type { Asking } from '../law/asking.ts'
import { accept } from './accept-offer.ts'
import { correct, move, request } from './commands.ts'
import { correctHandOver, correctReturn } from './correct-use.ts'
import { checkExtension, extend, shorterExtension } from './extend.ts'
import { hold, release } from './holds.ts'
import { approve, cancel, expect, noShow, note, reject } from './life.ts'
import { nextIfEarly, nextInLine } from './next-in-line.ts'
import { handOver, takeBack } from './out-and-back.ts'
import { keepPhoto, photoOf } from './photos.ts'
import { bookingInFull, bookingsPage, checkSlot, promisedBeforeStart } from './questions.ts'
import { settle } from './settling.ts'
import { waitingPage } from './waiting.ts'

export const bookingCalls = [
  call('bookings.check', (asking, input) => checkSlot(asking.office, userOf(asking), input)),
  call('bookings.hold', (asking, input) => hold(asking.office, userOf(asking), input)),
  call('bookings.keepPhoto', (asking, { photo }) => keepPhoto(asking.office, userOf(asking), photo)),
  call('bookings.photo', ({ office }, { hash }) => photoOf(office.file.db, hash)),
  call('bookings.release', (asking, input) => release(asking.office, userOf(asking), input.formId)),
  commandCall(request, (asking, input, answer) =>
    answer.ok ? answer : { ...answer, alternatives: instead(asking, slotOf(asking, input), answer) },
  ),
  commandCall(move, (asking, input, answer) =>
    answer.ok ? answer : { ...answer, alternatives: instead(asking, movedSlot(asking, input), answer) },
  ),
  commandCall(extend, (asking, input, answer) =>
    answer.ok ? answer : { ...answer, alternatives: shorter(asking, input, answer) },
  ),
  call('bookings.checkExtension', (asking, input) => checkExtension(asking.office, userOf(asking), input)),
  commandCall(accept),
  commandCall(approve),
  commandCall(reject),
  commandCall(cancel),
  commandCall(handOver),
  commandCall(takeBack, (asking, { bookingId }, answer) => {
    const next = answer.ok ? nextIfEarly(asking.office, userOf(asking), bookingId) : undefined
    return answer.ok && next ? { ...answer, next } : answer
  }),
  commandCall(correctHandOver),
  commandCall(correctReturn),
  call('bookings.nextAfter', (asking, { bookingId }) => nextInLine(asking.office, userOf(asking), bookingId)),
  commandCall(expect),
  commandCall(settle),
  commandCall(noShow),
  commandCall(note),
  commandCall(correct),
  call('bookings.promisedBefore', ({ office }, input) => promisedBeforeStart(office, input)),
  call('bookings.get', ({ office }, { bookingId }) => bookingInFull(office, bookingId)),
  call('bookings.list', ({ office }, input) => bookingsPage(office, input)),
  longQuestion('bookings.waiting', ({ office }, input) => waitingPage(office, input)),
] as const

function slotOf(asking: Asking, input: InputOf<'bookings.request'>): WantedSlot {
  const formId = ownForm(asking.office.file.db, input.formId, userOf(asking).id)
  return { machineId: input.machineId, period: input.period, units: input.units ?? 1, except: { formId } }
}

function movedSlot(asking: Asking, input: InputOf<'bookings.move'>): WantedSlot | undefined {
  const { db } = asking.office.file
  const stored = readBooking(db, input.bookingId)
  if (!stored) return undefined
  return {
    machineId: input.machineId ?? stored.machineId,
    period: input.period,
    units: input.units ?? stored.units,
    except: { bookingId: stored.id, formId: ownForm(db, input.formId, userOf(asking).id) },
  }
}

/** Alternatives to the refused time. They are computed for each answer and not kept with the command. */
function instead(asking: Asking, slot: WantedSlot | undefined, { refusal }: { refusal: { reason: Reason } }) {
  if (!slot) return []
  const { settings, asked } = askedBy(asking.office, userOf(asking))
  return findAlternatives(asking.office.file.db, settings, slot, refusal.reason, asked)
}

/** An earlier end than the refused one, as an alternative. */
function shorter(
  asking: Asking,
  { bookingId, period }: InputOf<'bookings.extend'>,
  { refusal: { reason } }: { refusal: { reason: Reason } },
) {
  const { settings, asked } = askedBy(asking.office, userOf(asking))
  return shorterExtension(asking.office.file.db, settings, { bookingId, period, reason }, asked)
}
