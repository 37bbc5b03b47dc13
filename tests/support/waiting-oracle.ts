// A plain model of the waiting list, which shares no code with the office: days are whole numbers, and whether something
// fits is found by counting each day.

export type Stretch = { machine: string; from: number; to: number }
export type Load = Stretch & { units: number }
export type Machine = { id: string; type: string; name: string; capacity: number }
export type Wish = {
  id: string
  member: string
  /** A machine's id, or a type's. */
  wants: string
  from: number
  to: number
  long: number
  units: number
  /** The first day that notice allows. */
  notBefore: number
  offer: Stretch | null
  /** What was offered before and not taken. */
  refused: Stretch[]
}

/** Who should have what offered, by the sentences of the waiting list. */
export class WaitingOracle {
  readonly machines: readonly Machine[]
  today = 0
  /** Those who wait, first in turn first. */
  waiting: Wish[] = []
  /** What is promised or held by a form, by its id. */
  readonly taken = new Map<string, Load>()
  readonly suspended = new Set<string>()

  constructor(machines: readonly Machine[]) {
    this.machines = machines
  }

  /** Whether so many units are free on each of the days, but for one booking. */
  fits(want: Load, except?: string): boolean {
    const machine = this.machines.find(one => one.id === want.machine)!
    for (let day = want.from; day <= want.to; day++) {
      let load = want.units
      for (const [id, one] of this.taken)
        if (id !== except && covers(one, want.machine, day)) load += one.units
      for (const { offer, units } of this.waiting)
        if (offer && covers(offer, want.machine, day)) load += units
      if (load > machine.capacity) return false
    }
    return true
  }

  /** What the list does by itself: ends what cannot be taken any more, and offers what is free to the first in turn. */
  goOn(): void {
    for (const wish of this.waiting) {
      const { offer, member } = wish
      if (offer && (offer.from <= this.today || this.suspended.has(member))) this.refuse(wish)
    }
    this.waiting = this.waiting.filter(wish => wish.to >= this.today)
    for (const wish of this.waiting) wish.offer ??= this.firstFor(wish)
  }

  /** The offer of somebody is over, and is not made again. */
  refuse(wish: Wish): void {
    if (wish.offer) wish.refused.push(wish.offer)
    wish.offer = null
  }

  private firstFor({ member, wants, from, to, long, units, notBefore, refused }: Wish): Stretch | null {
    if (this.suspended.has(member)) return null
    const machines = this.machines
      .filter(one => one.id === wants || one.type === wants)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
    for (let first = Math.max(from, notBefore, this.today + 1); first + long - 1 <= to; first++) {
      for (const { id: machine } of machines) {
        const stretch = { machine, from: first, to: first + long - 1 }
        if (refused.some(one => one.machine === machine && one.from <= stretch.to && stretch.from <= one.to))
          continue
        if (this.fits({ ...stretch, units })) return stretch
      }
    }
    return null
  }

  /** Moves one up to the place before another one. @returns whether that one comes first */
  moveUp(who: Wish, before: Wish): boolean {
    const [at, to] = [this.waiting.indexOf(who), this.waiting.indexOf(before)]
    if (to >= at) return false
    this.waiting.splice(at, 1)
    this.waiting.splice(to, 0, who)
    return true
  }
}

function covers(one: Stretch, machine: string, day: number): boolean {
  return one.machine === machine && one.from <= day && day <= one.to
}
