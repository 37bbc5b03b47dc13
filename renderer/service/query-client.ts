import { QueryCache, QueryClient } from '@tanstack/react-query'
import { reportAway } from './live-changes.ts'
import { useSignIn } from './sign-in.ts'
import { troubleOf } from './what-went-wrong.ts'

/**
 * Handles every error of every call: shows the sign-in screen after the sign-in has ended, and the bar if the
 * service is away.
 */
export function noteTrouble(error: unknown): void {
  const trouble = troubleOf(error)
  if (trouble === 'signed-out' && useSignIn.getState().token) useSignIn.getState().signedOut('ended')
  if (trouble === 'away') reportAway()
}

/**
 * Answers do not go stale by age, only by a change in the feed. The feed also retries a service that is away, and
 * then reloads the calls that failed.
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
