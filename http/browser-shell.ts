import { fileURLToPath } from 'node:url'
import { openDesk } from '#office/desk'
import { systemClock } from '#office/law/clock'
import { createRouter } from '#office/router'
import { type HeldFolder, readHolder } from '#shell/data-folder/holder'
import { answerCalls } from '#shell/messages/answer-calls'
import type { Log } from '#shell/start/log'
import type { ReadyLine } from './ask-first.ts'
import type { Flags } from './flags.ts'
import { listen } from './listen.ts'
import { addressOf } from './own-address.ts'
import { KEY_FOR_OPENING_MS, KEY_FOR_PRINTING_MS, openPairings, secretText } from './pairing.ts'
import { createBoundedServer, serve } from './serve.ts'

export type BrowserShell = {
  /** Contains a fresh key in its address. `opening`: the address is opened in a browser at once. */
  readyLine(opening: boolean): ReadyLine
  /** Tells people which port is used instead of the usual one; empty if the usual one is used. */
  words: string
  /** @returns a sentence for people if no copy of the office could be kept; null if all went well */
  close(): Promise<string | null>
}

const PAGES = fileURLToPath(new URL('../dist/renderer', import.meta.url))

/**
 * Opens the office in a data folder that this process holds, and serves it to this computer.
 *
 * @throws CannotStart, and CannotOpen from `db/`
 */
export async function startBrowserShell(o: {
  flags: Flags
  folder: string
  held: HeldFolder
  log: Log
  version: string
}): Promise<BrowserShell> {
  const { flags, folder, held, log, version } = o
  const server = createBoundedServer()
  const { port, instead } = await listen(server, flags.host, flags.port, readHolder(folder)?.port ?? null)
  const secret = secretText()
  const address = addressOf(flags.host, port)

  /** The small files first: where one of them cannot be used, the office is not opened at all. */
  async function open() {
    const pairings = openPairings(folder, port, systemClock)
    held.introduce({ shell: 'browser', host: flags.host, port, secret })
    const desk = await openDesk({ dataFolder: folder, sample: flags.sample, log, version })
    return { pairings, desk }
  }
  const { pairings, desk } = await open().catch(error => {
    server.close()
    throw error
  })

  function readyLine(opening: boolean): ReadyLine {
    const key = pairings.newKey(opening ? KEY_FOR_OPENING_MS : KEY_FOR_PRINTING_MS)
    const sample = desk.sampleSignIn.length > 0 ? { sampleSignIn: [...desk.sampleSignIn] } : {}
    return {
      ready: true,
      shell: 'browser',
      url: `http://${address}/?key=${key}`,
      database: desk.database,
      ...sample,
    }
  }

  const served = serve(server, {
    host: flags.host,
    port,
    answer: answerCalls(createRouter(desk), log),
    pairings,
    secret,
    readyLine,
    pages: PAGES,
    log,
  })
  const listenNoMore = desk.onReopened(() => served.startWindowsAnew())
  log.info({ port, version }, 'serving')

  return {
    readyLine,
    words: instead ? `Another program uses Araro's usual port, so Araro listens at ${address} instead.` : '',
    async close() {
      listenNoMore()
      await served.close()
      return desk.close()
    },
  }
}
