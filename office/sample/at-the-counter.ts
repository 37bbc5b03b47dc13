import type { Seen } from '#booking/machines/condition'
import { WORK_UNITS, type Work } from '#booking/money/price'
import type { InputOf } from '#calls/contract'
import { SAMPLE_TYPES, type SampleMachine } from './cooperative.ts'
import type { PlannedBooking } from './plan.ts'
import type { Seeded } from './seeded.ts'

type GoesOut = Pick<InputOf<'bookings.handOver'>, 'reading' | 'condition' | 'implements' | 'slip'>
type ComesBack = Pick<InputOf<'bookings.return'>, 'reading' | 'condition' | 'work' | 'note'>

/** What is read and seen at the machines, asked in the order of time. */
export type AtCounter = {
  goesOut(planned: PlannedBooking): GoesOut
  /** @param hours how long it was out */
  comesBack(planned: PlannedBooking, hours: number): ComesBack
}

/** How a machine of the sample is at the moment. */
type Now = { meterHours: number; fuel: number; condition: Seen[] }

const FULL = { eighths: 8, litres: 12, none: 0 } as const
/** Of the hours that it is out: it stands at night and while its driver eats. */
const HOURS_A_DAY = 6

/** Meters run, tanks are emptied and filled again, and points wear, in a way that the rules accept. */
export function seenAtTheCounter(random: Seeded): AtCounter {
  const machines = new Map<string, Now>()
  let slips = 0
  function nowOf(machine: SampleMachine): Now {
    const known = machines.get(machine.name)
    if (known) return known
    const { points, fuel } = typeOf(machine)
    const condition = points.map((point): Seen => ({ point, state: 'fine' }))
    const first = { meterHours: random.between(300, 2400), fuel: FULL[fuel], condition }
    machines.set(machine.name, first)
    return first
  }
  function readingOf(machine: SampleMachine, { meterHours, fuel }: Now): { reading?: GoesOut['reading'] } {
    const { meter, fuel: readIn } = typeOf(machine)
    if (!meter && readIn === 'none') return {}
    return {
      reading: { ...(meter && { meterHours: tenths(meterHours) }), ...(readIn !== 'none' && { fuel }) },
    }
  }
  return {
    goesOut({ machine }) {
      const now = nowOf(machine)
      now.fuel = FULL[typeOf(machine).fuel]
      slips += 1
      const along = machine.implements.filter(() => random.chance(50))
      return {
        ...readingOf(machine, now),
        ...(random.chance(60) && { condition: now.condition }),
        ...(along.length > 0 && { implements: along }),
        slip: `H-${String(slips).padStart(4, '0')}`,
      }
    },
    comesBack(planned, hours) {
      const { machine, back } = planned
      const now = nowOf(machine)
      const days = Math.ceil(hours / 24)
      now.meterHours = tenths(
        now.meterHours + Math.min(hours, days * HOURS_A_DAY) * (random.between(5, 9) / 10),
      )
      now.fuel = Math.max(1, now.fuel - random.between(1, 3) * days)
      const seen = new Map(back?.seen.map(one => [one.point, one]))
      now.condition = now.condition.map(one => seen.get(one.point) ?? one)
      const work = workOf(planned, hours, random)
      return {
        ...readingOf(machine, now),
        ...((seen.size > 0 || random.chance(60)) && { condition: now.condition }),
        ...(work && { work }),
        ...(back && { note: back.note }),
      }
    },
  }
}

/** The work in the unit of the machine's rate; days need not be measured. */
function workOf({ machine, units }: PlannedBooking, hours: number, random: Seeded): Work | null {
  const per = WORK_UNITS.find(unit => unit === machine.rate.per)
  if (!per || per === 'day') return null
  const days = Math.ceil(hours / 24)
  const hectares = () => (random.between(3, 7) / 4) * days
  return { per, quantity: per === 'hectare' ? hectares() : per === 'hour' ? tenths(hours) : units }
}

function typeOf(machine: SampleMachine) {
  const type = SAMPLE_TYPES.find(one => one.name === machine.type)
  if (!type) throw new Error(`the sample has no type ${machine.type}`)
  return type
}

function tenths(hours: number): number {
  return Math.round(hours * 10) / 10
}
