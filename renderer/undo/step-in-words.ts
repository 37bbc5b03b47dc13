import type { Step } from '#calls/undo'
import { useHistoryInWords } from '../history/in-words.ts'

/** What was done, in words: "Moved a booking: Tractor 1 · Ana Reyes". */
export function useStepInWords() {
  const { deed } = useHistoryInWords()
  return ({ action, deed: done, said, records }: Step): string => {
    const title = records[0]?.title ?? ''
    const line =
      done === 'did' ? { action, after: said } : { action: 'undo.last', after: { ...said, [done]: action } }
    const inWords = deed({ ...line, title })
    return title ? `${inWords}: ${title}` : inWords
  }
}
