import type { LocalDay } from '../time/day.ts'
import type { PaperKind } from './papers.ts'

/** A paper as a refusal names it. */
export type PaperNamed = { readonly kind: PaperKind; readonly title: string; readonly expires: LocalDay }

export type PaperRefusal =
  /** A machine whose papers have expired does not go out, where the cooperative wants it so. */
  | { reason: 'papers-expired'; machineName: string; papers: PaperNamed[] }
  /** A paper that another one replaced already, or that was ended. */
  | { reason: 'paper-replaced' }
  | { reason: 'paper-ends-before-it-begins'; validFrom: LocalDay; expires: LocalDay }
  | { reason: 'too-many-papers'; most: number }
