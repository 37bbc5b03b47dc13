import { readHolder } from '#shell/data-folder/holder'
import { addressOf } from './own-address.ts'

/** What the browser shell prints on stdout once it can serve, as one line of JSON. */
export type ReadyLine = {
  ready: true
  shell: 'browser'
  url: string
  /** Path of the SQLite file. */
  database: string
  /** One user of each role, if the sample is open. */
  sampleSignIn?: { role: string; name: string; password: string }[]
}

export const SECOND_START_PATH = '/second-start'
/** `yes` if the address is opened in a browser at once: its key is then valid for a shorter time. */
export const OPENING_HEADER = 'x-araro-opening'

const ASK_MS = 5000

/**
 * Asks the Araro that holds the folder for a fresh address. The secret in the folder is the permission to ask.
 *
 * @returns null if it does not answer, because it is starting or ending
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
