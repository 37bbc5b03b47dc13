import { MOST_NAMED as MOST_UNITS_NAMED } from '#booking/availability/block'
import { type ByKind, byKind, type InTheWay } from '#booking/in-the-way'
import type { Format } from '../format.ts'
import type { Language } from '../language.ts'
import { maintenanceKindIs } from '../maintenance/kinds.ts'

/** The name of what is in the way, inside a sentence: "Taken by Ana Reyes". */
const NAMES: { readonly [L in Language]: ByKind<string> } = {
  en: {
    booking: one => one.memberName,
    hold: one => (one.offeredTo ? `the offer to ${one.offeredTo}` : `${one.userName}'s open form`),
    maintenance: one => maintenanceKindIs.en[one.maintenanceKind],
    session: one => `the session “${one.title}”`,
    batch: one => `a batch (${one.sacks}/${one.capacity})`,
  },
  fil: {
    booking: one => one.memberName,
    hold: one => (one.offeredTo ? `alok kay ${one.offeredTo}` : `bukas na form ni ${one.userName}`),
    maintenance: one => maintenanceKindIs.fil[one.maintenanceKind],
    session: one => `sesyong “${one.title}”`,
    batch: one => `isang salang (${one.sacks}/${one.capacity})`,
  },
}

export function nameInTheWay(one: InTheWay, language: Language): string {
  return byKind(NAMES[language], one)
}

const UNITS: ByKind<number | null> = {
  booking: one => one.units,
  hold: one => one.units,
  maintenance: () => null,
  session: () => null,
  batch: () => null,
}

const NAMED_WITH_UNITS = {
  en: (named: string, more: boolean) => ` Taken by ${named}${more ? ' and others' : ''}.`,
  fil: (named: string, more: boolean) => ` Kinuha na ng: ${named}${more ? ' at iba pa' : ''}.`,
} satisfies { [L in Language]: unknown }

/** A sentence to append, which says who has how many units: "Taken by Ana Reyes (20)."; '' if nobody has any. */
export function unitsTakenBy(by: readonly InTheWay[], format: Format): string {
  if (by.length === 0) return ''
  const { language } = format
  const named = by.slice(0, MOST_UNITS_NAMED).map(one => {
    const units = byKind(UNITS, one)
    return `${nameInTheWay(one, language)}${units === null ? '' : ` (${format.number(units)})`}`
  })
  return NAMED_WITH_UNITS[language](named.join(', '), by.length > MOST_UNITS_NAMED)
}

const MOST_NAMED = 3
const TAKEN_BY = {
  en: (named: string, more: boolean) => ` Taken by ${named}${more ? '; and others' : ''}.`,
  fil: (named: string, more: boolean) => ` Kinuha na ng: ${named}${more ? '; at iba pa' : ''}.`,
} satisfies { [L in Language]: unknown }

/** A sentence to append, which names the first few in the way; '' if there are none. */
export function takenBy(by: readonly InTheWay[], format: Format): string {
  if (by.length === 0) return ''
  const { language } = format
  const named = by
    .slice(0, MOST_NAMED)
    .map(one => `${nameInTheWay(one, language)}, ${format.period(one.period)}`)
  return TAKEN_BY[language](named.join('; '), by.length > MOST_NAMED)
}
