import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { refuse } from '#booking/refusal'
import { PASSWORD_MIN_LENGTH } from '#calls/limits'
import type { NameInBrowser } from './lock-outs.ts'
import type { PasswordLine } from './password-line.ts'

/** scrypt's cost (N): 2^17 needs 128 MiB and about a third of a second. Every stored value includes it. */
export const PASSWORD_COST = 2 ** 17
const BLOCK_SIZE = 8
const PARALLEL = 1
const KEY_BYTES = 32

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)

/**
 * @returns `scrypt$N$r$p$salt$digest`, salt and digest in base64
 */
export async function hashPassword(password: string, cost = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(16)
  const digest = await digestOf(password, salt, cost, BLOCK_SIZE, PARALLEL)
  return ['scrypt', cost, BLOCK_SIZE, PARALLEL, salt.toString('base64'), digest.toString('base64')].join('$')
}

/**
 * Whether the password matches the stored value.
 * @throws when the stored value has an unknown algorithm
 */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [algorithm, cost, blockSize, parallel, salt, digest] = stored.split('$')
  if (algorithm !== 'scrypt' || !salt || !digest)
    throw new Error(`unknown kind of stored password: ${algorithm}`)
  const wanted = Buffer.from(digest, 'base64')
  const given = await digestOf(
    password,
    Buffer.from(salt, 'base64'),
    Number(cost),
    Number(blockSize),
    Number(parallel),
  )
  return timingSafeEqual(wanted, given)
}

/** Only one runs at a time, whoever asks: each needs 128 MiB. `password-line.ts` decides whose turn it is. */
let before: Promise<unknown> = Promise.resolve()

function digestOf(password: string, salt: Buffer, cost: number, blockSize: number, parallel: number) {
  const maxmem = 256 * cost * blockSize
  // Normalized, so that the same password typed on another keyboard matches.
  const text = password.normalize('NFKC')
  const digest = before.then(() =>
    derive(text, salt, KEY_BYTES, { N: cost, r: blockSize, p: parallel, maxmem }),
  )
  before = digest.catch(() => undefined)
  return digest
}

/**
 * Hashes a password before the command is made, so that no command, log or history contains one.
 * @param who the name and the browser that ask for it
 */
export async function hashNew(
  { passwordLine, passwordCost }: { passwordLine: PasswordLine; passwordCost: number },
  who: NameInBrowser,
  password: string,
) {
  if ([...password].length < PASSWORD_MIN_LENGTH) {
    return refuse({ reason: 'weak-password', minLength: PASSWORD_MIN_LENGTH })
  }
  return passwordLine.wait(who, async () => ({
    ok: true as const,
    hash: await hashPassword(password, passwordCost),
  }))
}
