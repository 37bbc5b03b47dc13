import { create } from 'zustand'
import type { SignedInUser } from '#calls/users'

/** Kept in sessionStorage, for this window only: two windows of one browser can have two users. */
const KEPT_UNDER = 'araro.sign-in'

type Kept = { token: string; user: SignedInUser }
type SignIn = {
  token: string | null
  user: SignedInUser | null
  /** True if the office ended the sign-in, not the user. The sign-in screen says so, and forms keep their text. */
  ended: boolean
  signedIn: (token: string, user: SignedInUser) => void
  signedOut: (why?: 'ended') => void
}

export const useSignIn = create<SignIn>(set => ({
  ...(readKept() ?? { token: null, user: null }),
  ended: false,
  signedIn(token, user) {
    sessionStorage.setItem(KEPT_UNDER, JSON.stringify({ token, user }))
    set({ token, user, ended: false })
  },
  signedOut(why) {
    sessionStorage.removeItem(KEPT_UNDER)
    set({ token: null, user: null, ended: why === 'ended' })
  },
}))

function readKept(): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT_UNDER) ?? 'null') as Kept | null
    return kept?.token && kept.user ? kept : null
  } catch {
    return null
  }
}

/** This window's user. Only for screens behind the sign-in. */
export function useUser(): SignedInUser {
  const user = useSignIn(state => state.user)
  if (!user) throw new Error('This screen is only shown to somebody who is signed in.')
  return user
}
