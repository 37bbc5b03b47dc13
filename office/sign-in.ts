import { hash, randomBytes } from 'node:crypto'
import { type Refusal, refuse } from '#booking/refusal'
import { isSignedInSomewhere, readSignedIn, userByKey } from '#db/read/users'
import { deleteHoldsOf } from '#db/write/bookings'
import { deleteSignIn, insertSignIn } from '#db/write/office'
import { insertChange } from '#db/write/records'
import type { Actor } from './command.ts'
import { nameKeyOf } from './name-key.ts'
import type { Office } from './office.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { writtenOrBusy } from './write-queue.ts'

type SignedIn = { ok: true; token: string; user: Actor } | { ok: false; refusal: Refusal }

/** The file keeps only a hash of a window's token, so that a stolen copy signs nobody in. */
export function hashToken(token: string): string {
  return hash('sha256', token)
}

/** The token in an Authorization header, `Bearer …`. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(authorization ?? '')?.[1]
}

/** Who is signed in with the token, now. */
export function whoIs(office: Office, token: string | undefined): Actor | undefined {
  return token === undefined ? undefined : readSignedIn(office.file.db, hashToken(token))
}

const checks = new WeakMap<Office, Promise<unknown>>()

/**
 * Signs a window in. One password is worked out at a time: each takes 128 MiB, and a queue is a gentle brake.
 * An unknown name takes as long as a known one, gets the same answer and is locked like one.
 */
export function signIn(office: Office, name: string, password: string): Promise<SignedIn> {
  const result = (checks.get(office) ?? Promise.resolve()).then(() =>
    writtenOrBusy(checkAndSignIn(office, name, password)),
  )
  checks.set(
    office,
    result.catch(() => undefined),
  )
  return result
}

async function checkAndSignIn(office: Office, name: string, password: string): Promise<SignedIn> {
  const nameKey = nameKeyOf(name)
  const user = userByKey(office.file.db, nameKey)
  const known = await checkPassword(office, nameKey, password, user?.disabled ? undefined : user?.password)
  if (!known.ok || !user) return known.ok ? refuse({ reason: 'wrong-sign-in' }) : known
  const token = randomBytes(32).toString('base64url')
  await office.queue.write(tx => {
    office.lockOuts.forget(tx, nameKey)
    insertSignIn(tx, { tokenHash: hashToken(token), userId: user.id, startedMs: office.clock.nowMs() })
  })
  return { ok: true, token, user: { id: user.id, name: user.name, role: user.role } }
}

/**
 * Whether it is the password of the name; a wrong one counts towards a lock-out.
 * @param stored the kept value; undefined where nobody may sign in with the name
 */
export async function checkPassword(
  office: Office,
  nameKey: string,
  password: string,
  stored: string | undefined,
): Promise<{ ok: true } | { ok: false; refusal: Refusal }> {
  const lockedForMs = office.lockOuts.lockedForMs(nameKey)
  if (lockedForMs > 0) return refuse({ reason: 'locked-out', forMs: lockedForMs })
  const right = await isPassword(password, stored ?? (await nobodysPassword(office)))
  if (right && stored !== undefined) return { ok: true }
  await office.queue.write(tx => office.lockOuts.countFailure(tx, nameKey))
  return refuse({ reason: 'wrong-sign-in' })
}

/** Ends this window's sign-in. With a person's last one the forms they were filling hold nothing any more. */
export async function signOut(office: Office, token: string, user: Actor): Promise<void> {
  await office.queue.write(tx => {
    deleteSignIn(tx, hashToken(token))
    if (isSignedInSomewhere(tx, user.id)) return
    for (const formId of deleteHoldsOf(tx, user.id)) insertChange(tx, 'hold', formId, 1)
  })
}

const nobodys = new WeakMap<Office, Promise<string>>()

function nobodysPassword(office: Office): Promise<string> {
  const known = nobodys.get(office)
  if (known) return known
  const made = hashPassword(randomBytes(16).toString('base64'), office.passwordCost)
  nobodys.set(office, made)
  return made
}
