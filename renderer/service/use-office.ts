import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { OutputOf } from './calls-by-name.ts'
import { queryClient } from './query-client.ts'
import { callQuery } from './use-call.ts'

export type OfficeState = OutputOf<'setup.state'>

/** What a window knows before a user signs in: whether set-up is done, the cooperative's name and its time zone. */
export function useOfficeState() {
  return useQuery({
    ...callQuery('setup.state', {}),
    retry: true,
    retryDelay: tries => Math.min(500 * 2 ** tries, 8000),
  })
}

const ASK_AGAIN_MS = 5_000

/**
 * Polls the state while no user is signed in, because the change feed is followed only while one is. A window at the
 * sign-in screen thus notices that the sample was removed elsewhere.
 */
export function useOfficeAskedAgain(signedOut: boolean): void {
  useEffect(() => {
    if (!signedOut) return
    const again = () =>
      void queryClient.invalidateQueries({ queryKey: callQuery('setup.state', {}).queryKey })
    again()
    const timer = setInterval(again, ASK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [signedOut])
}

const FALLBACK_TIME_ZONE = 'Asia/Manila'

export function useTimeZone(): string {
  return useOfficeState().data?.timeZone || FALLBACK_TIME_ZONE
}
