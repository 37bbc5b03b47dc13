import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#booking/time/day'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { type Dice, dice, printedSeed, turnsOf } from '#tests/support/seeded'
import { NOW, newId } from '#tests/support/temporary-office'
import { reasonOf, sessionOffice } from './session-days.ts'

// Random sequences of everything that people do with sessions, against a model that shares no code with the program: a
// few lists in memory. After each step the answer, the places, the turns and the state are compared.

type Model = {
  id: string
  startMs: number
  endMs: number
  capacity: number
  cancelled: boolean
  machine: number | null
  places: string[]
  waiting: string[]
  came: Map<string, boolean | null>
}

const GUESTS = ['Ana', 'Ben', 'Carla', 'Dan', 'Eva', 'Fe', 'Gil']
/** What each sequence does at least once, taken over all of them. */
const OFTEN = [
  'enrol yes',
  'enrol session-full',
  'enrol enrolled-already',
  'enrol session-under-way',
  'enrol session-over',
  'enrol session-cancelled',
  'wait yes',
  'leave yes',
  'leave session-under-way',
  'resize yes',
  'resize places-taken',
  'move yes',
  'move session-machine-taken',
  'cancel yes',
  'attended yes',
  'attended session-not-yet',
]

test('whatever people do with sessions, the places are those of a plain model', {
  timeout: 120_000,
}, async () => {
  const seed = printedSeed('sessions')
  const roll = dice(seed)
  const done = new Set<string>()
  for (let turn = 0; turn < turnsOf(4); turn++) await play(roll, `seed ${seed}, turn ${turn}`, done)
  expect([...done], `seed ${seed}`).toEqual(expect.arrayContaining(OFTEN))
})

const STEPS = 150

async function play(roll: Dice, where: string, done: Set<string>): Promise<void> {
  const araro = await sessionOffice()
  const machines = [await araro.machine(), await araro.machine()]
  const models: Model[] = []
  const nowMs = () => araro.clock.nowMs()

  function begun(model: Model): string | null {
    if (model.cancelled) return 'session-cancelled'
    if (nowMs() >= model.endMs) return 'session-over'
    return nowMs() >= model.startMs ? 'session-under-way' : null
  }
  function isMachineTaken(model: Omit<Model, 'id'> & { id: string | null }): boolean {
    return models.some(
      other =>
        other.id !== model.id &&
        !other.cancelled &&
        model.machine !== null &&
        other.machine === model.machine &&
        other.startMs < model.endMs &&
        model.startMs < other.endMs,
    )
  }
  function moveUp(model: Model): void {
    while (model.places.length < model.capacity && model.waiting.length > 0)
      model.places.push(model.waiting.shift()!)
  }
  const theOne = async (model: Model, name: string) => {
    const { places, waiting } = await araro.found(model.id)
    return [...places, ...waiting].find(one => one.name === name)!
  }

  async function add(): Promise<string> {
    const startMs = nowMs() + (1 + roll.number(40)) * HOUR_MS
    const model = {
      startMs,
      endMs: startMs + (1 + roll.number(6)) * HOUR_MS,
      capacity: 1 + roll.number(3),
      machine: roll.chance(3) ? null : roll.number(2),
    }
    const { startMs: _, ...fields } = model
    const id = newId()
    const expected = isMachineTaken({ ...empty(), ...model, id: null }) ? 'session-machine-taken' : 'yes'
    const answer = await araro.manager.sessions.add({
      commandId: id,
      title: `Session ${models.length}`,
      startMs,
      endMs: fields.endMs,
      capacity: fields.capacity,
      open: 'anybody',
      machineIds: model.machine === null ? [] : [machines[model.machine]!.id],
    })
    expect(reasonOf(answer), where).toBe(expected)
    if (expected === 'yes') models.push({ ...empty(), ...model, id })
    return `add ${expected}`
  }

  async function enrol(model: Model, wait: boolean): Promise<string> {
    const guest = roll.pick(GUESTS)
    const isIn = model.places.includes(guest) || model.waiting.includes(guest)
    const isFull = model.places.length >= model.capacity
    const expected = begun(model) ?? (isIn ? 'enrolled-already' : isFull && !wait ? 'session-full' : 'yes')
    expect(reasonOf(await araro.enrol(model.id, { guest, ...(wait ? { wait } : {}) })), where).toBe(expected)
    if (expected === 'yes') (isFull ? model.waiting : model.places).push(guest)
    return `${wait ? 'wait' : 'enrol'} ${expected}`
  }

  async function leave(model: Model): Promise<string> {
    const all = [...model.places, ...model.waiting]
    if (all.length === 0) return 'nobody'
    const name = roll.pick(all)
    const expected = begun(model) ?? 'yes'
    expect(reasonOf(await araro.leave(await theOne(model, name))), where).toBe(expected)
    if (expected === 'yes') {
      model.places = model.places.filter(one => one !== name)
      model.waiting = model.waiting.filter(one => one !== name)
      model.came.delete(name)
      moveUp(model)
    }
    return `leave ${expected}`
  }

  async function resize(model: Model): Promise<string> {
    const capacity = 1 + roll.number(4)
    const expected = begun(model) ?? (capacity < model.places.length ? 'places-taken' : 'yes')
    expect(reasonOf(await araro.change(model.id, { capacity })), where).toBe(expected)
    if (expected === 'yes') {
      model.capacity = capacity
      moveUp(model)
    }
    return `resize ${expected}`
  }

  async function move(model: Model): Promise<string> {
    const startMs = nowMs() + (1 + roll.number(40)) * HOUR_MS
    const moved = {
      startMs,
      endMs: startMs + (1 + roll.number(6)) * HOUR_MS,
      machine: roll.chance(3) ? null : roll.number(2),
    }
    const expected =
      begun(model) ?? (isMachineTaken({ ...model, ...moved }) ? 'session-machine-taken' : 'yes')
    const machineIds = moved.machine === null ? [] : [machines[moved.machine]!.id]
    const { endMs } = moved
    expect(reasonOf(await araro.change(model.id, { startMs, endMs, machineIds })), where).toBe(expected)
    if (expected === 'yes') Object.assign(model, moved)
    return `move ${expected}`
  }

  async function cancel(model: Model): Promise<string> {
    const expected = begun(model) ?? 'yes'
    expect(reasonOf(await araro.cancel(model.id)), where).toBe(expected)
    if (expected === 'yes') model.cancelled = true
    return `cancel ${expected}`
  }

  async function attended(model: Model): Promise<string> {
    if (model.places.length === 0) return 'nobody'
    const name = roll.pick(model.places)
    const came = roll.pick([true, false, null])
    // The day of the session begins at midnight in Manila.
    const midnight = Math.floor((model.startMs + 8 * HOUR_MS) / DAY_MS) * DAY_MS - 8 * HOUR_MS
    const expected = model.cancelled ? 'session-cancelled' : nowMs() < midnight ? 'session-not-yet' : 'yes'
    expect(reasonOf(await araro.attended(await theOne(model, name), came)), where).toBe(expected)
    if (expected === 'yes') model.came.set(name, came)
    return `attended ${expected}`
  }

  for (let step = 0; step < STEPS; step++) {
    const model = models.length > 0 ? roll.pick(models.slice(-4)) : undefined
    const what = roll.number(20)
    if (!model || what < 2) done.add(await add())
    else if (what < 7) done.add(await enrol(model, false))
    else if (what < 10) done.add(await enrol(model, true))
    else if (what < 12) done.add(await leave(model))
    else if (what < 14) done.add(await resize(model))
    else if (what < 16) done.add(await move(model))
    else if (what === 16) done.add(roll.chance(3) ? await cancel(model) : 'left alone')
    else if (what < 19) done.add(await attended(model))
    else araro.clock.pass(roll.number(8) * HOUR_MS)
    if (model) await compare(model)
  }
  // Few sequences come upon a session under way by chance, so that each ends with one.
  const underWay = await upcoming()
  araro.clock.pass(underWay.startMs - nowMs())
  done.add(await leave(underWay))
  done.add(await enrol(underWay, false))
  for (const model of models) await compare(model)
  expect(whatIsWrong(araro.file.sqlite), where).toEqual([])
  // The rules found every no themselves: the guard never had to refuse what they had allowed.
  expect(araro.errors(), where).toEqual([])

  /** A session still to come that somebody has a place in. */
  async function upcoming(): Promise<Model> {
    const found = models.find(model => begun(model) === null && model.places.length > 0)
    if (found) return found
    done.add(await add())
    done.add(await enrol(models.at(-1)!, false))
    return upcoming()
  }

  async function compare(model: Model): Promise<void> {
    const { session, places, waiting } = await araro.found(model.id)
    expect(
      places.map(one => one.name),
      where,
    ).toEqual([...model.places].sort())
    expect(
      waiting.map(one => one.name),
      where,
    ).toEqual(model.waiting)
    const left = model.capacity - model.places.length
    const state =
      begun(model)?.replace('session-', '').replace('over', 'past') ?? (left === 0 ? 'full' : 'open')
    expect(session, where).toMatchObject({ placesLeft: left, state, waiting: model.waiting.length })
    for (const place of places) expect(place.came, where).toBe(model.came.get(place.name) ?? null)
  }
}

function empty(): Model {
  return {
    id: '',
    startMs: NOW,
    endMs: NOW,
    capacity: 1,
    cancelled: false,
    machine: null,
    places: [],
    waiting: [],
    came: new Map(),
  }
}
