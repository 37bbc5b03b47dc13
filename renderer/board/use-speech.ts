import { useMemo } from 'react'
import { boardWords } from '../words/board/screen.ts'
import { type Format, useFormat } from '../words/format.ts'
import { machineStatusWords } from '../words/machines/statuses.ts'
import { useWords } from '../words/words.ts'

/** How the board says things. Hundreds of parts share it: asking for it in each of them takes longer than drawing them. */
export type Speech = {
  readonly format: Format
  readonly say: ReturnType<typeof useWords<(typeof boardWords)['en']>>
  readonly status: ReturnType<typeof useWords<(typeof machineStatusWords)['en']>>
}

export function useSpeech(): Speech {
  const format = useFormat()
  const say = useWords(boardWords)
  const status = useWords(machineStatusWords)
  return useMemo(() => ({ format, say, status }), [format, say, status])
}
