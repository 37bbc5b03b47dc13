import { MOST_NAMED } from '#booking/availability/block'
import { takenDays } from '#booking/availability/taken-days'
import { addDays } from '#booking/time/day'
import { withBuffers } from '#booking/time/interval'
import type { CallArgs } from '#calls/contract'
import { readMachine } from '#db/read/machines'
import { reading } from '#db/transaction'
import { askedBy } from '../availability/asked.ts'
import { allBlocks, asMoved, ownForm } from '../availability/slots.ts'
import type { Actor } from '../law/command.ts'
import type { Office } from '../office.ts'

/** The days of one machine on which something is in the way, by the rules that decide a request. */
export function takenDaysOf(office: Office, user: Actor, args: CallArgs['calendar']['takenDays']) {
  return reading(office.file.db, () => {
    const { db } = office.file
    const { settings, asked } = askedBy(office, user)
    const found = readMachine(db, args.machineId, settings)
    if (!found) return []
    const { machine } = asMoved(db, args.exceptBookingId, found.facts)
    const { calendar } = asked
    const startMs = calendar.startOfDay(args.from)
    const endMs = calendar.startOfDay(addDays(args.to, 1))
    const except = { bookingId: args.exceptBookingId, formId: ownForm(db, args.formId, user.id) }
    const blocks = allBlocks(db, machine.id, withBuffers({ startMs, endMs }, machine), except, asked)
    return takenDays(args, machine, blocks, calendar).map(({ day, whole, blocks }) => {
      return { day, whole, by: blocks.slice(0, MOST_NAMED).map(block => block.what) }
    })
  })
}
