// A plain model of what happens at the counter, which shares no code with the office: days are whole numbers, and whether
// something fits is found by counting each day.

export type Status =
  | 'pending'
  | 'approved'
  | 'in-use'
  | 'completed'
  | 'rejected'
  | 'cancelled'
  | 'no-show'
  | 'displaced'
export type Booked = {
  id: string
  machine: string
  from: number
  to: number
  units: number
  status: Status
  /** The day by whose end somebody expects it back; null if nobody said. */
  back: number | null
}
export type Repair = { id: string; machine: string; from: number; until: number | null }
type Machine = { id: string; capacity: number }
/** What has no known end, from a day to the day until which it is expected to last. */
type Lasting = { machine: string; from: number; to: number; units: number; of: string }

const PROMISED: readonly Status[] = ['pending', 'approved', 'in-use']

export class CounterOracle {
  today = 0
  readonly bookings = new Map<string, Booked>()
  readonly repairs = new Map<string, Repair>()
  readonly machines: readonly Machine[]

  constructor(machines: readonly Machine[]) {
    this.machines = machines
  }

  capacityOf(machine: string): number {
    return this.machines.find(one => one.id === machine)!.capacity
  }

  /** Whether so many units are free on each of the days, but for one booking. */
  fits(want: { machine: string; from: number; to: number; units: number }, except?: string): boolean {
    const capacity = this.capacityOf(want.machine)
    for (let day = want.from; day <= want.to; day++)
      if (this.loadOn(want.machine, day, except) + want.units > capacity) return false
    return true
  }

  /** All that takes the machine on a day: what is promised, and what lasts. */
  loadOn(machine: string, day: number, except?: string): number {
    const promised = this.promisedOn(machine, day).filter(one => one.id !== except)
    const lasting = this.lasting(machine).filter(one => one.of !== except && covers(one, day))
    return sum(promised) + sum(lasting)
  }

  promisedOn(machine: string, day: number): Booked[] {
    return [...this.bookings.values()].filter(
      one => one.machine === machine && PROMISED.includes(one.status) && covers(one, day),
    )
  }

  outOf(machine: string): Booked[] {
    return [...this.bookings.values()].filter(one => one.machine === machine && one.status === 'in-use')
  }

  lasting(machine: string): Lasting[] {
    const late = this.outOf(machine).map(one => {
      const { id: of, to, units, back } = one
      const isLate = to < this.today
      return { of, machine, units, from: to + 1, to: Math.max(to, back ?? to, isLate ? this.today : to) }
    })
    const broken = [...this.repairs.values()]
      .filter(one => one.machine === machine)
      .map(({ id: of, from, until }) => ({
        ...{ of, machine, from, to: Math.max(this.today, until ?? this.today) },
        units: this.capacityOf(machine),
      }))
    return [...late, ...broken].filter(one => one.to >= one.from)
  }

  /** The promises that cannot be kept for now: on a day with too much, those that have not gone out yet. */
  hits(): string[] {
    const hit = new Set<string>()
    for (const { id: machine, capacity } of this.machines) {
      for (const one of this.lasting(machine)) {
        for (let day = one.from; day <= one.to; day++) {
          if (this.loadOn(machine, day) <= capacity) continue
          for (const { id, status } of this.promisedOn(machine, day)) if (status !== 'in-use') hit.add(id)
        }
      }
    }
    return [...hit].sort()
  }

  /** The promises that a breakdown today, expected to last until the end of that day, would take. */
  reach(machine: string, until: number): string[] {
    return [...this.bookings.values()]
      .filter(one => one.machine === machine && (one.status === 'pending' || one.status === 'approved'))
      .filter(one => one.from <= until && one.to >= this.today)
      .map(one => one.id)
      .sort()
  }
}

function covers(one: { from: number; to: number }, day: number): boolean {
  return one.from <= day && day <= one.to
}

function sum(loads: readonly { units: number }[]): number {
  return loads.reduce((all, { units }) => all + units, 0)
}
