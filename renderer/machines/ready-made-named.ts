import { READY_MADE_KEYS, type ReadyMadeKey } from '#booking/machines/ready-made-types'
import { readyMadeWords } from '../words/machines/ready-made.ts'

/** The ready-made type with this name, in whichever language it was added. */
export function readyMadeNamed(name: string): ReadyMadeKey | undefined {
  const wanted = name.trim().toLowerCase()
  const names = (key: ReadyMadeKey) => [readyMadeWords.en[key], readyMadeWords.fil[key]]
  return READY_MADE_KEYS.find(key => names(key).some(one => one.toLowerCase() === wanted))
}
