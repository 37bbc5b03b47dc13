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
  close(): Promise<void>
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
  const desk = await openDesk({ dataFolder: folder, sample: flags.sample, log, version }).catch(error => {
    server.close()
    throw error
  })
  const pairings = openPairings(folder, port, systemClock)
  const secret = secretText()
  const address = addressOf(flags.host, port)

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
  held.introduce({ shell: 'browser', host: flags.host, port, secret })
  log.info({ port, version }, 'serving')

  return {
    readyLine,
    words: instead ? `Another program uses Araro's usual port, so Araro listens at ${address} instead.` : '',
    async close() {
      listenNoMore()
      await served.close()
      await desk.close()
    },
  }
}
