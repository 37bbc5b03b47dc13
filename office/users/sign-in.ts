import { hash, randomBytes } from 'node:crypto'
import { type Refusal, refuse } from '#booking/refusal'
import { DAY_MS } from '#booking/time/day'
import { ROLES } from '#booking/users/roles'
import { isOneOf } from '#db/odd-values'
import { isSignedInSomewhere, readSignedIn, userByKey } from '#db/read/users'
import { storageTrouble } from '#db/storage-errors'
import { insertChange } from '#db/write/history'
import { deleteHoldsOf } from '#db/write/holds'
import { deleteSignIn, insertSignIn } from '#db/write/users'
import type { Actor } from '../law/command.ts'
import { Busy, writtenOrBusy } from '../law/write-queue.ts'
import type { Office } from '../office.ts'
import type { NameInBrowser } from './lock-outs.ts'
import { hashPassword, isPassword } from './passwords.ts'

type SignedIn = { ok: true; token: string; user: Actor } | { ok: false; refusal: Refusal }

/** The file stores only a hash of a window's token, so that nobody can sign in with a stolen copy. */
export function hashToken(token: string): string {
  return hash('sha256', token)
}

/** The token in an Authorization header, `Bearer …`. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(authorization ?? '')?.[1]
}

/** A sign-in ends with its window, or after a month if the window was lost. */
export const SIGN_IN_LASTS_MS = 30 * DAY_MS

/** Who is signed in with the token, now. */
export function whoIs(office: Office, token: string | undefined): Actor | undefined {
  if (token === undefined) return undefined
  const tokenHash = hashToken(token)
  if (office.endedSignIns.has(tokenHash)) return undefined
  const sinceMs = office.clock.nowMs() - SIGN_IN_LASTS_MS
  return readSignedIn(office.file.db, { tokenHash, sinceMs })
}

/**
 * Signs a window in. An unknown name takes as long as a known one, gets the same answer and is locked in the same
 * way. If the password was changed or the account disabled while the hash was computed, the sign-in is refused.
 */
export function signIn(office: Office, who: NameInBrowser, password: string): Promise<SignedIn> {
  return writtenOrBusy(checkAndSignIn(office, who, password))
}

async function checkAndSignIn(office: Office, who: NameInBrowser, password: string): Promise<SignedIn> {
  const { nameKey } = who
  const known = await checkPassword(office, who, password)
  if (!known.ok) return known
  office.passwordLine.isAtHome(who)
  const token = randomBytes(32).toString('base64url')
  return office.queue.write(tx => {
    const user = userByKey(tx, nameKey)
    const mayNotSignIn = !user || user.disabled || !isOneOf(ROLES, user.role)
    if (mayNotSignIn || user.password !== known.stored) return refuse({ reason: 'wrong-sign-in' })
    office.lockOuts.forget(tx, who)
    insertSignIn(tx, { tokenHash: hashToken(token), userId: user.id, startedMs: office.clock.nowMs() })
    return { ok: true, token, user: { id: user.id, name: user.name, role: user.role } }
  })
}

type Checked = { ok: true; stored: string } | { ok: false; refusal: Refusal }

/**
 * Checks a name's password, and returns the stored value that it matches. A wrong password counts towards a
 * lock-out. Checks run one after another, so that guesses sent at once are counted like guesses sent one by one. A
 * name that is locked has no need to wait.
 */
export async function checkPassword(office: Office, who: NameInBrowser, password: string): Promise<Checked> {
  return lockedOut(office, who) ?? office.passwordLine.wait(who, () => checkInTurn(office, who, password))
}

function lockedOut(office: Office, who: NameInBrowser): Checked | undefined {
  const forMs = office.lockOuts.lockedForMs(who)
  return forMs > 0 ? refuse({ reason: 'locked-out', forMs }) : undefined
}

async function checkInTurn(office: Office, who: NameInBrowser, password: string): Promise<Checked> {
  const locked = lockedOut(office, who)
  if (locked) return locked
  const user = userByKey(office.file.db, who.nameKey)
  const stored = user?.disabled ? undefined : user?.password
  const right = await isPassword(password, stored ?? (await nobodysPassword(office)))
  if (right && stored !== undefined) return { ok: true, stored }
  await office.lockOuts.countFailure(who, job => office.queue.write(job))
  return refuse({ reason: 'wrong-sign-in' })
}

/**
 * Ends this window's sign-in. When a user's last sign-in ends, the holds of their forms are deleted. If the file cannot
 * be written, the sign-in ends all the same: nobody must stay signed in because a disk is full.
 */
export async function signOut(office: Office, token: string, user: Actor): Promise<void> {
  const tokenHash = hashToken(token)
  try {
    await office.queue.write(tx => {
      deleteSignIn(tx, tokenHash)
      if (isSignedInSomewhere(tx, user.id)) return
      for (const formId of deleteHoldsOf(tx, user.id)) insertChange(tx, 'hold', formId, 1)
    })
  } catch (error) {
    if (!(error instanceof Busy) && storageTrouble(error) === undefined) throw error
    office.endedSignIns.end(tokenHash)
    office.log.warn({ err: error }, 'a sign-in ended, but could not be deleted in the file yet')
    // Ends the watches of the window.
    office.feed.poke()
  }
}

const nobodys = new WeakMap<Office, Promise<string>>()

function nobodysPassword(office: Office): Promise<string> {
  const known = nobodys.get(office)
  if (known) return known
  const made = hashPassword(randomBytes(16).toString('base64'), office.passwordCost)
  nobodys.set(office, made)
  return made
}
