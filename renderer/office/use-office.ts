import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from './calls-by-name.ts'
import { callQuery } from './use-call.ts'

export type OfficeState = OutputOf<'setup.state'>

/** What a window knows before anybody signs in: is there an office, its name, its time zone. */
export function useOfficeState() {
  return useQuery({
    ...callQuery('setup.state', {}),
    retry: true,
    retryDelay: tries => Math.min(500 * 2 ** tries, 8000),
  })
}

const FALLBACK_TIME_ZONE = 'Asia/Manila'

export function useTimeZone(): string {
  return useOfficeState().data?.timeZone || FALLBACK_TIME_ZONE
}
