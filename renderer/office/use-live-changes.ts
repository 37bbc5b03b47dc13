import { useEffect } from 'react'
import { followChanges, type Stale } from './live-changes.ts'
import { noteTrouble, queryClient } from './query-client.ts'
import { useSignIn } from './sign-in.ts'

/** One watch a window, for as long as somebody is signed in. */
export function useFollowChanges(): void {
  const token = useSignIn(state => state.token)
  useEffect(() => {
    if (!token) return
    const stop = new AbortController()
    followChanges(stop.signal, readAgain).catch(noteTrouble)
    return () => stop.abort()
  }, [token])
}

function readAgain(stale: Stale): void {
  if (stale === 'everything') {
    void queryClient.invalidateQueries()
    return
  }
  void queryClient.invalidateQueries({
    predicate({ queryKey: [group, call], state }) {
      if (stale.failed && (state.status === 'error' || state.isInvalidated)) return true
      return stale.groups.has(String(group)) || stale.groups.has(`${group}.${call}`)
    },
  })
}
