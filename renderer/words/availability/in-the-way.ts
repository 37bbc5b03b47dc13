import { type ByKind, byKind, type InTheWay } from '#booking/in-the-way'
import type { Format } from '../format.ts'
import type { Language } from '../language.ts'
import { maintenanceKindIs } from '../maintenance/kinds.ts'

/** The name of what is in the way, inside a sentence: "Taken by Ana Reyes". */
const NAMES: { readonly [L in Language]: ByKind<string> } = {
  en: {
    booking: one => one.memberName,
    hold: one => `${one.userName}'s open form`,
    maintenance: one => maintenanceKindIs.en[one.maintenanceKind],
  },
  fil: {
    booking: one => one.memberName,
    hold: one => `bukas na form ni ${one.userName}`,
    maintenance: one => maintenanceKindIs.fil[one.maintenanceKind],
  },
}

export function nameInTheWay(one: InTheWay, language: Language): string {
  return byKind(NAMES[language], one)
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
