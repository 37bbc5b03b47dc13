import { isTooDeep } from './too-deep.ts'

/**
 * A message from a window, over a port or a socket: oRPC 1.16's peer protocol, as text. Only the two kinds that our
 * calls need are accepted: a call and its cancellation. Everything else that the protocol allows (files, forms,
 * streams from the window, headers that change how a body is read) is refused before oRPC sees it.
 */
export type WindowMessage =
  | { kind: 'call'; id: string; path: string; authorization: string | undefined }
  | { kind: 'never-mind'; id: string }
  | { kind: 'unreadable'; id: string | undefined; status: 400 | 413; sentence: string }

/** In characters. The largest legitimate input is a list of members pasted from a spreadsheet. */
export const LARGEST_MESSAGE = 1024 * 1024

const ABORT = 4
const REQUEST = 1
/** oRPC's client numbers its calls in base 36. */
const CALL_ID = /^[A-Za-z0-9_-]{1,64}$/
const LEADING_ID = /^\{"i":"([A-Za-z0-9_-]{1,64})"/

export function readMessage(data: unknown): WindowMessage {
  if (typeof data !== 'string') return unreadable(undefined, 'A message must be text.')
  if (data.length > LARGEST_MESSAGE) return tooLarge(data)
  if (isTooDeep(data)) return { ...tooLarge(data), status: 400, sentence: 'The call is nested too deeply.' }
  const message = parse(data)
  if (!isRecord(message)) return unreadable(undefined, 'A message must be JSON.')
  const { i: id, t: type = REQUEST, p: payload } = message
  if (typeof id !== 'string' || !CALL_ID.test(id)) return unreadable(undefined, 'A message must have an id.')
  if (type === ABORT) return { kind: 'never-mind', id }
  if (type !== REQUEST || !isRecord(payload)) return unreadable(id, 'A message must be a call.')
  return readCall(id, payload)
}

function readCall(
  id: string,
  { u: url, h: headers = {}, m: method = 'POST' }: Record<string, unknown>,
): WindowMessage {
  if (typeof url !== 'string' || url.length > 200 || !isRecord(headers) || method !== 'POST')
    return unreadable(id, 'A call needs a path, headers and the method POST.')
  const { authorization, ...others } = headers
  if (authorization !== undefined && typeof authorization !== 'string')
    return unreadable(id, 'The authorization header must be text.')
  if (Object.keys(others).some(name => name !== 'last-event-id'))
    return unreadable(id, 'A call carries no header but authorization.')
  const path = url.startsWith('http://orpc/') ? url.slice('http://orpc'.length) : url
  return { kind: 'call', id, path, authorization }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function unreadable(id: string | undefined, sentence: string): WindowMessage {
  return { kind: 'unreadable', id, status: 400, sentence }
}

/** A message that is too large to parse still has its call's id at the start, so that call can be answered. */
function tooLarge(data: string) {
  const id = LEADING_ID.exec(data.slice(0, 100))?.[1]
  const sentence = 'The call is larger than 1 MiB. Send it in parts.'
  return { kind: 'unreadable' as const, id, status: 413 as const, sentence }
}
