import { dayLoads } from '#booking/availability/day-loads'
import { endOfDay } from '#booking/time/calendar'
import { withBuffers } from '#booking/time/interval'
import { tookInThePast } from '#booking/was-there'
import type { CallArgs } from '#calls/contract'
import { readRecordsOfMachine } from '#db/read/machine-records'
import { readMachine } from '#db/read/machines'
import { reading } from '#db/transaction'
import { askedBy } from '../availability/asked.ts'
import { allBlocks } from '../availability/slots.ts'
import type { Actor } from '../law/command.ts'
import type { Office } from '../office.ts'

/** How full one machine is on each day, by the rules that decide a request. */
export function dayLoadsOf(office: Office, user: Actor, args: CallArgs['calendar']['dayLoads']) {
  return reading(office.file.db, () => {
    const { db } = office.file
    const { settings, asked } = askedBy(office, user)
    const found = readMachine(db, args.machineId, settings)
    if (!found) return []
    const { facts: machine } = found
    const { calendar, nowMs } = asked
    const startMs = calendar.startOfDay(args.from)
    const shown = { startMs, endMs: endOfDay(calendar, args.to) }
    const blocks = allBlocks(db, machine.id, withBuffers(shown, machine), {}, asked)
    const past = readRecordsOfMachine(db, machine.id, shown).flatMap(one => tookInThePast(one, nowMs) ?? [])
    return dayLoads(args, machine, { blocks, past }, asked)
  })
}
