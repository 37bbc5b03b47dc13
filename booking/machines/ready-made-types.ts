import type { RateUnit } from '../money/price.ts'
import { DAY_MS, HOUR_MS } from '../time/day.ts'
import type { BookingMode } from '../time/period.ts'
import type { FuelReadIn } from './fuel.ts'

/** The kinds of machines that most cooperatives have. Offered to an office that begins, and only as a start. */
export const READY_MADE_KEYS = [
  'four-wheel-tractor',
  'hand-tractor',
  'rotavator',
  'transplanter',
  'harvester',
  'thresher',
  'dryer',
  'mill',
] as const
export type ReadyMadeKey = (typeof READY_MADE_KEYS)[number]

/** The points of a machine at which people look as it goes out and comes back. */
export const POINT_KEYS = [
  'tyres',
  'lights',
  'brakes',
  'engine',
  'oil',
  'hydraulics',
  'belts',
  'blades',
  'chains',
  'bearings',
  'tracks',
  'cutter-bar',
  'planting-arms',
  'floats',
  'screens',
  'fan',
  'burner',
  'rollers',
  'guards',
] as const
export type PointKey = (typeof POINT_KEYS)[number]

export type ReadyMadeType = {
  /** How long a member may have it at most; null if the office's rule suits it. */
  readonly maxDays: number | null
  /** What is read at its machines as they go out and come back. */
  readonly read: { readonly meter: boolean; readonly fuel: FuelReadIn }
  /** What is looked at on them, in this order. */
  readonly points: readonly PointKey[]
  /** How a machine of this type begins in the form. */
  readonly machine: {
    readonly bookingMode: BookingMode
    readonly capacity: number
    /** Of a shared machine, what is counted: a unit of a rate, so that it has a name in each language. */
    readonly unit: RateUnit | null
    readonly bufferAfterMs: number
    readonly per: RateUnit
  }
}

const byDays = { bookingMode: 'days', capacity: 1, unit: null, bufferAfterMs: 0, per: 'day' } as const
/** Larger machines have an hour meter and a gauge; of smaller ones, people measure the fuel. */
const METER_AND_GAUGE = { meter: true, fuel: 'eighths' } as const
const FUEL_ALONE = { meter: false, fuel: 'litres' } as const
const NOTHING = { meter: false, fuel: 'none' } as const
const byHours = { bookingMode: 'time', capacity: 1, unit: null, bufferAfterMs: 0, per: 'hour' } as const

export const READY_MADE_TYPES: { readonly [Key in ReadyMadeKey]: ReadyMadeType } = {
  'four-wheel-tractor': {
    maxDays: null,
    read: METER_AND_GAUGE,
    points: ['tyres', 'lights', 'brakes', 'engine', 'oil', 'hydraulics'],
    machine: byDays,
  },
  'hand-tractor': {
    maxDays: null,
    read: FUEL_ALONE,
    points: ['tyres', 'engine', 'oil', 'belts'],
    machine: byDays,
  },
  rotavator: {
    maxDays: 7,
    read: NOTHING,
    points: ['blades', 'chains', 'bearings', 'guards'],
    machine: byDays,
  },
  transplanter: {
    maxDays: 10,
    read: FUEL_ALONE,
    points: ['engine', 'oil', 'planting-arms', 'floats'],
    machine: { ...byDays, per: 'hectare' },
  },
  // A day to clean it and to bring it to the next field.
  harvester: {
    maxDays: 5,
    read: METER_AND_GAUGE,
    points: ['tracks', 'cutter-bar', 'belts', 'chains', 'engine', 'oil', 'lights'],
    machine: { ...byDays, per: 'hectare', bufferAfterMs: DAY_MS },
  },
  thresher: {
    maxDays: 5,
    read: FUEL_ALONE,
    points: ['belts', 'bearings', 'screens', 'engine', 'guards'],
    machine: { ...byDays, per: 'sack' },
  },
  dryer: {
    maxDays: 2,
    read: NOTHING,
    points: ['burner', 'fan', 'belts', 'screens'],
    machine: { ...byHours, capacity: 60, unit: 'sack', per: 'sack', bufferAfterMs: HOUR_MS },
  },
  mill: {
    maxDays: 1,
    read: { meter: true, fuel: 'none' },
    points: ['rollers', 'screens', 'belts', 'bearings', 'guards'],
    machine: byHours,
  },
}
