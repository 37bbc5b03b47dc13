import { useRef, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { InputOf } from '../service/calls-by-name.ts'
import { useFormat } from '../words/format.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'

type Read = { reading?: InputOf<'bookings.correctHandOver'>['reading'] }
type Answer = { ok: true } | { ok: false; refusal: Refusal }

/**
 * What the office asks about a reading: why it goes backward, and once, whether a meter that jumps was read so. The
 * same number, sent again, was.
 */
export function useReadingAsked() {
  const format = useFormat()
  const [why, setWhy] = useState(false)
  const jumped = useRef<number | undefined>(undefined)

  async function send<Said extends Read, A extends Answer>(
    said: Said,
    give: (said: Said) => Promise<A | undefined>,
    refused: (answer: A) => unknown,
  ): Promise<A | undefined> {
    const { reading } = said
    const again = typeof reading?.meterHours === 'number' && reading.meterHours === jumped.current
    const answer = await give(again ? { ...said, reading: { ...reading, confirmed: true } } : said)
    const refusal = answer && !answer.ok ? answer.refusal : undefined
    if (answer && refusal) refused(answer)
    setWhy(refusal?.reason === 'goes-backward')
    jumped.current = refusal?.reason === 'jumps-ahead' ? refusal.given : undefined
    return answer
  }
  return {
    /** The office asked why a reading goes backward. */
    why,
    send,
    /** The refusals about one field. */
    refusedAt(refusal: Refusal): { meterHours?: string; fuel?: string; photos?: string } | null {
      const { reason } = refusal
      if (reason === 'jumps-ahead') return { meterHours: refusalSentence(refusal, format) }
      if (reason === 'photo-gone') return { photos: refusalSentence(refusal, format) }
      if (reason === 'fuel-not-so') return { fuel: refusalSentence(refusal, format) }
      if (reason !== 'goes-backward') return null
      return { [refusal.what === 'meter' ? 'meterHours' : 'fuel']: refusalSentence(refusal, format) }
    },
  }
}
