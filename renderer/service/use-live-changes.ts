import { useEffect } from 'react'
import { callOffice } from './calls-by-name.ts'
import { followChanges, type Stale } from './live-changes.ts'
import { noteTrouble, queryClient } from './query-client.ts'
import { useSignIn } from './sign-in.ts'

/** Keeps one watch open for each window while a user is signed in. */
export function useFollowChanges(): void {
  const token = useSignIn(state => state.token)
  useEffect(() => {
    if (!token) return
    const stop = new AbortController()
    followChanges(stop.signal, readAgain).catch(noteTrouble)
    return () => stop.abort()
  }, [token])
}

/** Takes over a name or role of this window's user that was changed elsewhere. */
async function readWhoIsSignedIn(): Promise<void> {
  const { token, signedIn } = useSignIn.getState()
  if (!token) return
  const { user } = await callOffice('auth.who', {})
  if (user && useSignIn.getState().token === token) signedIn(token, user)
}

function readAgain(stale: Stale): void {
  if (stale === 'everything' || stale.calls.has('auth.who')) readWhoIsSignedIn().catch(noteTrouble)
  if (stale === 'everything') {
    void queryClient.invalidateQueries()
    return
  }
  void queryClient.invalidateQueries({
    predicate({ queryKey: [group, call], state }) {
      if (stale.failed && (state.status === 'error' || state.isInvalidated)) return true
      return stale.calls.has(`${group}.${call}`)
    },
  })
}
