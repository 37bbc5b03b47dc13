import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '#office/law/clock'
import { systemCode } from '#shell/start/cannot-start'
import { cannotRead } from '#shell/start/unusable-file'
import { writeAside } from '#shell/start/write-aside'

/**
 * Which browsers may call this Araro. Opening an address with a key pairs the browser (or script) by a cookie and
 * spends the key. A pairing alone gives nobody any rights: calls also need a sign-in.
 */
export type Pairings = {
  /** Makes a key that works once, within `forMs` by a clock that only goes up. */
  newKey(forMs: number): string
  /**
   * Spends a key. A browser that is paired already keeps its pairing, so that a new address does not lift a
   * lock-out.
   *
   * @returns the Set-Cookie header of the pairing; null if the key is unknown, spent or expired
   * @throws the operating system's error if the pairing cannot be written down; the key is not spent then
   */
  spend(key: string, cookieHeader?: string): string | null
  /** Why a key that `spend` did not take is dead. Only what is known: a key of an earlier start is unknown. */
  whyDead(key: string): DeadKey
  /** The browser with this cookie, as the office calls it: not the secret itself. Null if it is not paired. */
  browserOf(cookieHeader: string | undefined): string | null
}

export type DeadKey = 'used' | 'expired' | 'unknown'

/** For an address that is opened in a browser at once. */
export const KEY_FOR_OPENING_MS = 60_000
/** For an address that a person copies into a browser. */
export const KEY_FOR_PRINTING_MS = 10 * 60_000

export const PAIRINGS_FILE = 'pairings.json'

const DAY_MS = 86_400_000
const UNUSED_FOR_DAYS = 180
const MOST_PAIRINGS = 100
const MOST_KEYS = 1000

type Paired = { hash: string; lastDay: number }
type Kept = { name: string; paired: Paired[] }
/** Spent and expired keys are remembered, so that a person can be told which it was. */
type Key = { untilMs: number; used: boolean }

/**
 * Pairings are kept in a file, so that open windows still work after a restart; keys are not. The file has only
 * hashes, so reading it does not help to pair. The cookie's name contains the port, because browsers share cookies
 * between all ports of an address, and a random part, because another program may have used the same port before.
 *
 * @throws CannotStart if the file is there but cannot be read
 */
export function openPairings(folder: string, port: number, clock: Clock): Pairings {
  const file = join(folder, PAIRINGS_FILE)
  const kept = readKept(file)
  const cookieName = `araro-${port}-${kept.name}`
  const keys = new Map<string, Key>()

  const today = () => Math.floor(clock.nowMs() / DAY_MS)

  /** Forgets the oldest by their number, not by their day: a clock that is years ahead must not end them all. */
  function keep(paired: Paired[]): void {
    const newest = paired.slice(-MOST_PAIRINGS)
    writeAside(file, JSON.stringify({ ...kept, paired: newest }))
    kept.paired = newest
  }

  /** The day counts from now on, even if it cannot be written: the next write of the file has it. */
  function countAsUsed(pairing: Paired): void {
    pairing.lastDay = today()
    try {
      keep(kept.paired)
    } catch {}
  }

  function newPairing(): string {
    const secret = secretText()
    keep([...kept.paired, { hash: hashOf(secret), lastDay: today() }])
    return secret
  }

  function pairedWith(cookieHeader: string | undefined): { secret: string; pairing: Paired } | null {
    for (const secret of valuesOf(cookieHeader, cookieName)) {
      const pairing = kept.paired.find(each => sameText(hashOf(secret), each.hash))
      if (!pairing || pairing.lastDay <= today() - UNUSED_FOR_DAYS) continue
      // A day in the future was written by a clock that was ahead; it would keep the pairing for too long.
      if (pairing.lastDay !== today()) countAsUsed(pairing)
      return { secret, pairing }
    }
    return null
  }

  const works = ({ untilMs, used }: Key) => !used && untilMs > clock.monotonicMs()

  /** The oldest that works no more; if all work, the oldest. */
  function forgetOne(): void {
    const all = [...keys]
    const [oldest] = all.find(([, key]) => !works(key)) ?? all[0] ?? []
    if (oldest !== undefined) keys.delete(oldest)
  }

  return {
    newKey(forMs) {
      const key = secretText()
      const nowMs = clock.monotonicMs()
      if (keys.size >= MOST_KEYS) forgetOne()
      keys.set(hashOf(key), { untilMs: nowMs + forMs, used: false })
      return key
    },
    spend(key, cookieHeader) {
      const known = keys.get(hashOf(key))
      if (!known || !works(known)) return null
      const secret = pairedWith(cookieHeader)?.secret ?? newPairing()
      known.used = true
      const age = (UNUSED_FOR_DAYS * DAY_MS) / 1000
      return `${cookieName}=${secret}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict`
    },
    whyDead(key) {
      const known = keys.get(hashOf(key))
      if (!known) return 'unknown'
      return known.used ? 'used' : 'expired'
    },
    browserOf(cookieHeader) {
      return pairedWith(cookieHeader)?.pairing.hash.slice(0, 16) ?? null
    },
  }
}

/** 256 random bits, as text that fits a URL and a cookie. */
export function secretText(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares two texts in constant time. */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(one).digest(),
    createHash('sha256').update(other).digest(),
  )
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

function valuesOf(cookieHeader: string | undefined, name: string): string[] {
  const pairs = (cookieHeader ?? '').split(';').map(pair => pair.trim())
  return pairs.filter(pair => pair.startsWith(`${name}=`)).map(pair => pair.slice(name.length + 1))
}

/** A file that is missing or damaged counts as empty: every browser must be paired again, and nothing else is lost. */
function readKept(file: string): Kept {
  return parseKept(readText(file)) ?? { name: randomBytes(6).toString('hex'), paired: [] }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ''
    throw cannotRead(file, error)
  }
}

function parseKept(text: string): Kept | null {
  try {
    const { name, paired } = JSON.parse(text)
    const sound = Array.isArray(paired) && paired.every(isPaired)
    return sound && typeof name === 'string' && /^[a-f0-9]{8,32}$/.test(name) ? { name, paired } : null
  } catch {
    return null
  }
}

function isPaired(value: unknown): value is Paired {
  const { hash, lastDay } = (value ?? {}) as Partial<Paired>
  return typeof hash === 'string' && Number.isInteger(lastDay)
}
