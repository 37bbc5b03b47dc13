import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** scrypt's cost (N): 2^17 wants 128 MiB and about a third of a second. Kept in every stored value. */
export const PASSWORD_COST = 2 ** 17
const BLOCK_SIZE = 8
const PARALLEL = 1
const KEY_BYTES = 32

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)

/** @returns `scrypt$N$r$p$salt$digest`, both in base64: all that checking needs, and never the password */
export async function hashPassword(password: string, cost = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(16)
  const digest = await digestOf(password, salt, cost, BLOCK_SIZE, PARALLEL)
  return ['scrypt', cost, BLOCK_SIZE, PARALLEL, salt.toString('base64'), digest.toString('base64')].join('$')
}

/** Whether the password is the one of the stored value. @throws when the stored value is of a kind it does not know */
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

/** One at a time in the whole program: each wants 128 MiB, and a row of guesses waits in line. */
let before: Promise<unknown> = Promise.resolve()

function digestOf(password: string, salt: Buffer, cost: number, blockSize: number, parallel: number) {
  const maxmem = 256 * cost * blockSize
  // One Unicode form, so that the same password typed on another keyboard is the same.
  const text = password.normalize('NFKC')
  const digest = before.then(() =>
    derive(text, salt, KEY_BYTES, { N: cost, r: blockSize, p: parallel, maxmem }),
  )
  before = digest.catch(() => undefined)
  return digest
}
