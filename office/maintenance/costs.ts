import { costOf, decideCost, THOUSANDTHS } from '#booking/maintenance/work'
import { refuse } from '#booking/refusal'
import { countCosts, isCostCorrected, readCost } from '#db/read/maintenance-work'
import { insertMaintenanceCost, updateMaintenance } from '#db/write/maintenance'
import { changeRecord } from '../law/change-record.ts'
import { type CommandContext, commandOn } from '../law/command.ts'
import { maintenanceRecord } from './record.ts'

/** Adds a part, or hours of labour. */
export const addCost = commandOn('maintenance.addCost', maintenanceRecord, (context, stored, args) => {
  const { kind, what, quantity, eachCentavos } = args
  const decision = decideCost(stored, countCosts(context.tx, stored.id))
  if (!decision.ok) return decision
  return changeRecord(
    context,
    maintenanceRecord,
    stored.id,
    () => write(context, stored.id, { kind, what, quantity, eachCentavos }),
    { costWhat: what, costQuantity: quantity },
  )
})

/** Corrects a cost by another entry, also after the costs were closed. */
export const correctCost = commandOn(
  'maintenance.correctCost',
  maintenanceRecord,
  (context, stored, args) => {
    const { costId, what, quantity, eachCentavos, reason } = args
    const known = readCost(context.tx, costId)
    const isItsOwn = known?.maintenanceId === stored.id && known.thousandths > 0
    if (!known || !isItsOwn || isCostCorrected(context.tx, costId))
      return refuse({ reason: 'cost-corrected' })
    const { kind } = known
    return changeRecord(
      context,
      maintenanceRecord,
      stored.id,
      () => write(context, stored.id, { kind, what, quantity, eachCentavos, reason, corrects: costId }),
      { costWhat: what, costQuantity: quantity, reason },
      { costWhat: known.what, costQuantity: known.thousandths / THOUSANDTHS },
    )
  },
)

type NewCost = {
  kind: 'part' | 'labour'
  what: string
  quantity: number
  eachCentavos: number
  reason?: string
  corrects?: string
}

/** A cost is a row of its own; the maintenance gets a new version, so that windows show it. */
function write(context: CommandContext, maintenanceId: string, cost: NewCost): void {
  const { tx, nowMs, actor, commandId: id } = context
  const { kind, what, quantity, eachCentavos, reason = '', corrects = null } = cost
  const thousandths = Math.round(quantity * THOUSANDTHS)
  const centavos = costOf(thousandths, eachCentavos)
  const by = { enteredBy: actor.id || null, enteredMs: nowMs }
  insertMaintenanceCost(tx, {
    id,
    maintenanceId,
    kind,
    what,
    thousandths,
    eachCentavos,
    centavos,
    reason,
    ...by,
    corrects,
  })
  updateMaintenance(tx, maintenanceId, {})
}
