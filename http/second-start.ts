import type { IncomingMessage, ServerResponse } from 'node:http'
import { CannotStart } from '#shell/start/cannot-start'
import { askFirst, OPENING_HEADER, type ReadyLine } from './ask-first.ts'
import type { Flags } from './flags.ts'
import { sameText } from './pairing.ts'
import { present } from './present.ts'
import { sendJson, sendRefusal } from './send.ts'

/** How the first Araro on a folder answers a second one: a fresh address for whoever knows the secret in the folder. */
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

/**
 * What a second start does: opens a window of the first one, or says its address, and ends.
 *
 * @throws CannotStart where it was asked for something that the first one is not
 */
export async function openWindowOfFirst(first: ReadyLine, folder: string, flags: Flags): Promise<number> {
  if (flags.sample && !first.sampleSignIn)
    throw new CannotStart(
      `The data folder ${folder} is open already, and it is not the sample. Name another folder with --data.`,
    )
  const { port } = new URL(first.url)
  const unused = flags.port && flags.port !== Number(port) ? ` --port ${flags.port} was not used.` : ''
  process.stderr.write(`Araro is open on this data folder already, at port ${port}.${unused}\n`)
  await present(flags, async opening => {
    const line = await askFirst(folder, opening)
    if (!line) throw new CannotStart('The Araro that was open on this folder has just ended. Start again.')
    return line
  })
  return 0
}
