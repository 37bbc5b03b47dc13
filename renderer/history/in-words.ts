import type { Rate } from '#booking/money/price'
import type { HistoryRow } from '#calls/history'
import type { Format } from '../words/format.ts'
import { useFormat } from '../words/format.ts'
import { deedWords, fieldWords, historyWords, triedWords } from '../words/history.ts'
import { type TradeKey, tradeWords } from '../words/trades.ts'
import { type Say, useWords, type Words } from '../words/words.ts'

/** One field of a thing that changed, in words. */
export type Changed = { field: string; before: string; after: string }

/** Turns what the history keeps into what people say. */
export function useHistoryInWords() {
  const deed = useWords(deedWords)
  const tried = useWords(triedWords)
  const named = useWords(fieldWords)
  const trade = useWords(tradeWords)
  const say = useWords(historyWords)
  const format = useFormat()
  const value = (key: string, kept: unknown) => valueInWords(key, kept, { trade, say, format })
  return {
    deed(row: Pick<HistoryRow, 'action' | 'after'>): string {
      const { action } = row
      const key = deedKey(row)
      return isKey(deedWords, key) ? deed(key) : action
    },
    /** The same as something wanted: "Approve a booking". */
    tried(action: string): string {
      const key = action.replace('.', '-')
      return isKey(triedWords, key) ? tried(key) : action
    },
    who(userName: string): string {
      return userName === 'system' ? say('system') : userName
    },
    changes({ before, after }: Pick<HistoryRow, 'before' | 'after'>): Changed[] {
      const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
      return [...keys]
        .filter(key => !/(^id|^version|Id)$/.test(key))
        .map(key => ({
          field: isKey(fieldWords, key) ? named(key) : key,
          before: before ? value(key, before[key]) : '',
          after: after ? value(key, after[key]) : '',
        }))
        .filter(changed => changed.before !== changed.after)
    },
  }
}

/** One call disables and enables. */
export function deedKey({ action, after }: Pick<HistoryRow, 'action' | 'after'>): string {
  if (action === 'users.disable' && after?.disabled === false) return 'users-enable'
  return action.replace('.', '-')
}

type Sayers = { trade: Say<(typeof tradeWords)['en']>; say: Say<(typeof historyWords)['en']>; format: Format }

function valueInWords(key: string, kept: unknown, sayers: Sayers): string {
  const { trade, say } = sayers
  if (kept === null || kept === undefined || kept === '') return say('nothing')
  if (typeof kept === 'boolean') return say(kept ? 'yes' : 'no')
  if (typeof kept === 'number') return numberInWords(key, kept, sayers)
  if (typeof kept === 'string') {
    if (key === 'bookingMode' && (kept === 'days' || kept === 'time')) return say(kept)
    if (key === 'password') return say('changed')
    return WORDED.has(key) && isKey(tradeWords, kept) ? trade(kept as TradeKey) : kept
  }
  if (Array.isArray(kept)) {
    return kept.length === 0 ? say('nothing') : kept.map(one => valueInWords(key, one, sayers)).join(', ')
  }
  return thingInWords(kept as Record<string, unknown>, sayers)
}

const WORDED: ReadonlySet<string> = new Set(['status', 'kind', 'role', 'walkInRoles'])

function numberInWords(key: string, kept: number, { say, format }: Sayers): string {
  if (key.startsWith('buffer')) return kept === 0 ? say('nothing') : format.duration(kept)
  return key.endsWith('Ms') ? format.instant(kept) : format.number(kept)
}

function thingInWords(kept: Record<string, unknown>, sayers: Sayers): string {
  const { trade, say, format } = sayers
  if (kept.kind === 'days')
    return format.period({ kind: 'days', from: String(kept.from), to: String(kept.to) })
  if (kept.kind === 'time') {
    return format.period({ kind: 'time', startMs: Number(kept.startMs), endMs: Number(kept.endMs) })
  }
  if (typeof kept.centavos === 'number' && typeof kept.per === 'string') {
    const { centavos, per } = kept as Rate
    return say('perUnit', { money: format.money(centavos), unit: trade(per) })
  }
  return Object.entries(kept)
    .map(([key, part]) => `${key}: ${valueInWords(key, part, sayers)}`)
    .join('; ')
}

function isKey<T extends Readonly<Record<string, string>>>(
  spoken: Words<T>,
  key: string,
): key is keyof T & string {
  return Object.hasOwn(spoken.en, key)
}
