import { QueryCache, QueryClient } from '@tanstack/react-query'
import { reportAway } from './live-changes.ts'
import { useSignIn } from './sign-in.ts'
import { troubleOf } from './what-went-wrong.ts'

/** Where every error of every call passes: a sign-in that ended leads back to the sign-in screen. */
export function noteTrouble(error: unknown): void {
  const trouble = troubleOf(error)
  if (trouble === 'signed-out' && useSignIn.getState().token) useSignIn.getState().signedOut('ended')
  if (trouble === 'away') reportAway()
}

/**
 * What a window shows stays until a change says otherwise, so nothing is read again by age alone.
 * A service that is away is tried again by the change feed, which then has everything read anew.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteTrouble }),
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      retry: (failures, error) => failures < 1 && troubleOf(error) === 'defect',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
