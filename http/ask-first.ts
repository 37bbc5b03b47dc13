import { readHolder } from '#shell/data-folder/holder'
import { addressOf } from './own-address.ts'

/** What a browser shell says when it can serve: the one line of JSON on stdout. */
export type ReadyLine = {
  ready: true
  shell: 'browser'
  url: string
  /** The SQLite file that is open. */
  database: string
  /** One of each role, where the sample is open. */
  sampleSignIn?: { role: string; name: string; password: string }[]
}

export const SECOND_START_PATH = '/second-start'
/** `yes` where a browser is opened at once with the key, which then need not live long. */
export const OPENING_HEADER = 'x-araro-opening'

const ASK_MS = 5000

/**
 * Asks the Araro that has the folder for a fresh address. Who can read the secret in the folder may.
 *
 * @returns null where it does not answer (it is starting, or about to end)
 */
export async function askFirst(folder: string, opening: boolean): Promise<ReadyLine | null> {
  const holder = readHolder(folder)
  if (!holder?.host || !holder.port || !holder.secret) return null
  try {
    const response = await fetch(`http://${addressOf(holder.host, holder.port)}${SECOND_START_PATH}`, {
      method: 'POST',
      headers: { authorization: `Secret ${holder.secret}`, [OPENING_HEADER]: opening ? 'yes' : 'no' },
      signal: AbortSignal.timeout(ASK_MS),
    })
    return response.ok ? ((await response.json()) as ReadyLine) : null
  } catch {
    return null
  }
}
