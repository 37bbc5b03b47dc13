import type { Rate } from '#booking/money/price'
import { decideRate, rateOn } from '#booking/money/rates'
import { refuse } from '#booking/refusal'
import { readStoredMachine, readType } from '#db/read/machines'
import { readRatesOfMachine } from '#db/read/rates'
import { insertRate, type NewRate } from '#db/write/rates'
import { addRecord } from '../law/change-record.ts'
import { type CommandContext, command, commandOn } from '../law/command.ts'
import { rateRecord, ratesBeside } from './record.ts'

/** A rate from a day on. The command's id becomes the rate's. */
export const set = command('rates.set', (context, args) => {
  const { tx, commandId } = context
  const { machineId = null, typeId = null, validFrom } = args
  if (machineId !== null && !readStoredMachine(tx, machineId))
    return refuse({ reason: 'not-found', what: 'machine', id: machineId })
  if (typeId !== null && !readType(tx, typeId))
    return refuse({ reason: 'not-found', what: 'machine-type', id: typeId })
  const today = context.calendar.dayOf(context.nowMs)
  const isFirst = ratesBeside(tx, { machineId, typeId }).length === 0
  const decision = decideRate({ validFrom, today, isFirst })
  if (!decision.ok) return decision
  const { per, centavos, forOthersCentavos = null, with: included = 'nothing' } = args
  return add(context, commandId, {
    ...{ machineId, typeId, validFrom },
    ...{ per, centavos, forOthersCentavos, with: included },
  })
})

/** From a day on there is none of its own any more, which is another row. */
export const stop = commandOn('rates.stop', rateRecord, (context, stored, { validFrom }) => {
  const { machineId, typeId } = stored
  const own = ratesBeside(context.tx, stored)
  if (!rateOn(validFrom, own)) return refuse({ reason: 'no-rate-then', day: validFrom })
  const today = context.calendar.dayOf(context.nowMs)
  const decision = decideRate({ validFrom, today, isFirst: false })
  if (!decision.ok) return decision
  return add(context, context.commandId, { machineId, typeId, validFrom })
})

/**
 * Another rate of a machine from today on, as scripts say it with the machine. What its rate includes and what others pay
 * stay as they are. Nothing is added where today's rate is the same.
 */
export function changeRateToday(
  context: CommandContext,
  machineId: string,
  rate: Pick<Rate, 'centavos' | 'per'> | null,
): void {
  const today = context.calendar.dayOf(context.nowMs)
  const all = readRatesOfMachine(context.tx, machineId)
  const holds = rateOn(today, all)
  if (holds && rate?.centavos === holds.centavos && rate.per === holds.per) return
  const own = rateOn(today, ratesBeside(context.tx, { machineId, typeId: null }))
  if (!own && !rate) return
  const kept = rate && own ? { forOthersCentavos: own.forOthersCentavos, with: own.with } : {}
  add(context, context.ids.newId(), { machineId, validFrom: today, ...kept, ...rate })
}

function add(context: CommandContext, id: string, row: Omit<NewRate, 'id' | 'setBy' | 'setMs'>) {
  const { tx, actor, nowMs: setMs } = context
  return addRecord(context, rateRecord, id, () => insertRate(tx, { ...row, id, setBy: actor.id, setMs }))
}
