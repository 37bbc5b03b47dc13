import type { IncomingMessage, ServerResponse } from 'node:http'
import { CannotStart } from '#shell/start/cannot-start'
import { askFirst, OPENING_HEADER, type ReadyLine } from './ask-first.ts'
import type { Flags } from './flags.ts'
import { sameText } from './pairing.ts'
import { present } from './present.ts'
import { sendJson, sendRefusal } from './send.ts'

/** Answers a second start on the same folder: a fresh address, if the request has the secret from the folder. */
export function answerSecondStart(
  request: IncomingMessage,
  response: ServerResponse,
  office: { secret: string; readyLine(opening: boolean): ReadyLine },
): void {
  const [, secret = ''] = /^Secret (\S+)$/.exec(request.headers.authorization ?? '') ?? []
  const fromPage = request.headers.origin !== undefined
  if (request.method === 'POST' && !fromPage && sameText(secret, office.secret))
    sendJson(response, 200, office.readyLine(request.headers[OPENING_HEADER] === 'yes'))
  else sendRefusal(response, 403, 'FORBIDDEN', 'Only another start on the same data folder may ask this.')
}

/** The first Araro ended while it was asked for an address: this one can start in its place. */
export class FirstHasEnded extends CannotStart {}

/**
 * The work of a second start: opens a window of the first Araro or prints its address, then ends.
 *
 * @throws CannotStart if `--sample` was given and the first Araro does not serve the sample
 * @throws FirstHasEnded if the first Araro does not answer any more
 */
export async function openWindowOfFirst(first: ReadyLine, folder: string, flags: Flags): Promise<number> {
  if (flags.sample && !first.sampleSignIn)
    throw new CannotStart(
      `The data folder ${folder} is open already, and it is not the sample. Choose another folder with --data.`,
    )
  const { port } = new URL(first.url)
  const unused = flags.port && flags.port !== Number(port) ? ` --port ${flags.port} was not used.` : ''
  process.stderr.write(`Araro already has this data folder open, at port ${port}.${unused}\n`)
  await present(flags, async opening => {
    const line = await askFirst(folder, opening)
    if (!line)
      throw new FirstHasEnded('The Araro that had this data folder open has just ended. Start again.')
    return line
  })
  return 0
}
