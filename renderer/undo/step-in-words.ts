import type { Step } from '#calls/undo'
import { useHistoryInWords } from '../history/in-words.ts'

/** What was done, in words: "Moved a booking: Tractor 1 · Ana Reyes". */
export function useStepInWords() {
  const { deed } = useHistoryInWords()
  return ({ action, deed: done, said, records }: Step): string => {
    const line =
      done === 'did' ? { action, after: said } : { action: 'undo.last', after: { ...said, [done]: action } }
    const [first] = records
    return first?.title ? `${deed(line)}: ${first.title}` : deed(line)
  }
}
