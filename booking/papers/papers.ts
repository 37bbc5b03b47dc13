import { addDays, daysBetween, type LocalDay } from '../time/day.ts'

/** The kinds of papers of a machine (D12). Another kind has a title. */
export const PAPER_KINDS = ['registration', 'insurance', 'agreement', 'other'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** How a paper stands on a day. One without a last day always holds. */
export const PAPER_STATES = ['holds', 'expiring', 'expired', 'replaced', 'ended'] as const
export type PaperState = (typeof PAPER_STATES)[number]

/** So many days before a paper expires it is told; and whether an expired one keeps its machine from going out. */
export type PaperRules = { readonly days: number; readonly refuse: boolean }
export const PAPER_DAYS = { min: 1, max: 365 } as const
export const DEFAULT_PAPER_RULES: PaperRules = { days: 30, refuse: false }

type Paper = {
  readonly expires: LocalDay | null
  readonly replacedById: string | null
  readonly endedMs: number | null
}

/** A paper holds on its last day, too. */
export function paperState(paper: Paper, today: LocalDay, { days }: PaperRules): PaperState {
  if (paper.endedMs !== null) return 'ended'
  if (paper.replacedById !== null) return 'replaced'
  if (paper.expires === null) return 'holds'
  if (paper.expires < today) return 'expired'
  return daysBetween(today, paper.expires) <= days ? 'expiring' : 'holds'
}

/** The last day on which a paper that expires by then is told of. */
export function toldUntil(today: LocalDay, { days }: PaperRules): LocalDay {
  return addDays(today, days)
}
