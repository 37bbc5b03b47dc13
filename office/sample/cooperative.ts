import type { FuelReadIn } from '#booking/machines/fuel'
import type { Rate, RateWith } from '#booking/money/price'
import { HOUR_MS, MINUTE_MS } from '#booking/time/day'
import type { Role } from '#booking/users/roles'

// A cooperative that does not exist. Every name is made up, and the screens say "Sample" while it is open.

export const SAMPLE_OFFICE = 'Sample Farm Machinery Cooperative'

export const SAMPLE_SIGN_IN: readonly { role: Role; name: string; password: string }[] = [
  { role: 'clerk', name: 'Sample Clerk', password: 'sample-clerk' },
  { role: 'manager', name: 'Sample Manager', password: 'sample-manager' },
  { role: 'admin', name: 'Sample Administrator', password: 'sample-administrator' },
]

export type SampleMachine = {
  name: string
  type: string
  mode: 'days' | 'time'
  capacity: number
  unitName: string
  bufferBeforeMs: number
  bufferAfterMs: number
  location: string
  implements: string[]
  rate: Rate
  /** What those pay who are not members, and what the rate includes. */
  others?: { centavos: number; with: RateWith }
  /** Quiet machines are in the yard today and have few bookings ahead. */
  quiet: boolean
  purposes: string[]
}

const byDays = { mode: 'days' as const, capacity: 1, unitName: '', bufferBeforeMs: 0, bufferAfterMs: 0 }
const LAND = ['Land preparation', 'Second ploughing', 'Hauling palay', 'Levelling before planting']
const PLANTING = ['Planting, wet season', 'Replanting after flood', 'Planting, direct from seedling trays']
const HARVEST = ['Harvest', 'Harvest before the rains', 'Harvest of the lower field']
const peso = (pesos: number, per: Rate['per']): Rate => ({ centavos: pesos * 100, per })

type SampleType = {
  name: string
  maxDays: number | null
  stays?: true
  meter: boolean
  fuel: FuelReadIn
  points: string[]
  depositCentavos?: number
  lateFeeCentavos?: number
}

export const SAMPLE_TYPES: readonly SampleType[] = [
  {
    name: 'Four-wheel tractor',
    maxDays: null,
    meter: true,
    fuel: 'eighths',
    points: ['Tyres', 'Lights', 'Brakes', 'Engine', 'Oil', 'Hydraulics'],
    lateFeeCentavos: 30_000,
  },
  {
    name: 'Hand tractor',
    maxDays: null,
    meter: true,
    fuel: 'litres',
    points: ['Tyres', 'Engine', 'Oil', 'Belts'],
  },
  {
    name: 'Rotavator',
    maxDays: 7,
    meter: false,
    fuel: 'none',
    points: ['Blades', 'Chains', 'Bearings', 'Guards'],
  },
  {
    name: 'Rice transplanter',
    maxDays: 10,
    meter: true,
    fuel: 'litres',
    points: ['Engine', 'Oil', 'Planting arms', 'Floats'],
  },
  {
    name: 'Combine harvester',
    maxDays: 5,
    meter: true,
    fuel: 'eighths',
    points: ['Tracks', 'Cutter bar', 'Belts', 'Chains', 'Engine', 'Oil', 'Lights'],
    depositCentavos: 100_000,
    lateFeeCentavos: 50_000,
  },
  {
    name: 'Flatbed dryer',
    maxDays: 2,
    stays: true,
    meter: false,
    fuel: 'none',
    points: ['Burner', 'Fan', 'Belts', 'Screens'],
  },
  {
    name: 'Rice mill',
    maxDays: 1,
    stays: true,
    meter: true,
    fuel: 'none',
    points: ['Rollers', 'Screens', 'Belts', 'Bearings', 'Guards'],
  },
]

export const SAMPLE_MACHINES: readonly SampleMachine[] = [
  tractor('Tractor 1', false),
  tractor('Tractor 2', false),
  tractor('Tractor 3', true),
  hand('Hand Tractor 1', false),
  hand('Hand Tractor 2', true),
  {
    ...byDays,
    name: 'Rotavator 1',
    type: 'Rotavator',
    location: 'Main shed',
    implements: [],
    rate: peso(1200, 'day'),
    quiet: true,
    purposes: LAND,
  },
  transplanter('Transplanter 1', false),
  transplanter('Transplanter 2', true),
  harvester('Harvester 1'),
  harvester('Harvester 2'),
  {
    name: 'Dryer 1',
    type: 'Flatbed dryer',
    mode: 'time',
    capacity: 60,
    unitName: 'sack',
    bufferBeforeMs: 0,
    bufferAfterMs: HOUR_MS,
    location: 'Drying yard',
    implements: [],
    rate: peso(35, 'sack'),
    others: { centavos: 4000, with: 'fuel-and-operator' },
    quiet: false,
    purposes: ['Drying palay', 'Drying corn'],
  },
  {
    name: 'Rice Mill 1',
    type: 'Rice mill',
    mode: 'time',
    capacity: 1,
    unitName: '',
    bufferBeforeMs: 0,
    bufferAfterMs: 15 * MINUTE_MS,
    location: 'Mill house',
    implements: [],
    rate: peso(450, 'hour'),
    quiet: false,
    purposes: ['Milling for home use', 'Milling for market'],
  },
]

function tractor(name: string, quiet: boolean): SampleMachine {
  const type = 'Four-wheel tractor'
  const implement = ['Disc plough', 'Harrow', 'Trailer']
  return {
    ...byDays,
    name,
    type,
    location: 'Main shed',
    implements: implement,
    rate: peso(3500, 'day'),
    quiet,
    purposes: LAND,
  }
}

function hand(name: string, quiet: boolean): SampleMachine {
  const implement = ['Mouldboard plough', 'Cage wheels']
  return {
    ...byDays,
    name,
    type: 'Hand tractor',
    location: 'North shed',
    implements: implement,
    rate: peso(900, 'day'),
    quiet,
    purposes: LAND,
  }
}

function transplanter(name: string, quiet: boolean): SampleMachine {
  const rate = peso(4000, 'hectare')
  return {
    ...byDays,
    name,
    type: 'Rice transplanter',
    location: 'North shed',
    implements: ['Seedling trays'],
    rate,
    others: { centavos: 450_000, with: 'operator' },
    quiet,
    purposes: PLANTING,
  }
}

/** A harvester needs a day after each job to be cleaned and moved. */
function harvester(name: string): SampleMachine {
  const rate = peso(6500, 'hectare')
  const bufferAfterMs = 24 * HOUR_MS
  return {
    ...byDays,
    bufferAfterMs,
    name,
    type: 'Combine harvester',
    location: 'Main shed',
    implements: [],
    rate,
    others: { centavos: 750_000, with: 'fuel-and-operator' },
    quiet: false,
    purposes: HARVEST,
  }
}

export const SAMPLE_BARANGAYS = [
  'Bagong Sikat',
  'Malinao',
  'Maligaya',
  'San Isidro',
  'Santa Fe',
  'Tabing Ilog',
]
export const SAMPLE_SECTORS = ['Rice', 'Corn', 'Vegetables', 'Fishpond']

const FIRST = [
  'Amado',
  'Belen',
  'Carlito',
  'Dolores',
  'Ernesto',
  'Felisa',
  'Gregorio',
  'Herminia',
  'Isidro',
  'Josefina',
  'Leonardo',
  'Marilou',
  'Nestor',
  'Ofelia',
  'Pablo',
  'Remedios',
  'Santiago',
  'Teresita',
  'Virgilio',
  'Zenaida',
]
const LAST = [
  'Abad',
  'Bautista',
  'Castañeda',
  'Dela Cruz',
  'Enriquez',
  'Ferrer',
  'Galang',
  'Hernandez',
  'Ibañez',
  'Lacson',
  'Manalo',
  'Navarro',
  'Ocampo',
  'Pascual',
  'Quiambao',
  'Ramos',
  'Salonga',
  'Tolentino',
  'Villanueva',
  'Yap',
]

/** The name of the sample member with this index, 0 to 399. All names differ. */
export function sampleName(index: number): string {
  const first = FIRST[index % FIRST.length]
  const last = LAST[(index * 7 + Math.floor(index / FIRST.length) * 3) % LAST.length]
  return `${first} ${last}`
}
