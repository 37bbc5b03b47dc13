import { type ClientContext, type ClientLink, type ClientOptions, createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#calls/contract'
import { rpcLinks } from './transport.ts'

export type OfficeClient = ContractRouterClient<Contract>

/** Long enough for a busy file, and short enough that people keep waiting. */
const ANSWER_WITHIN_MS = 20_000

const link: ClientLink<ClientContext> = {
  async call(path, input, options) {
    const streaming = path.join('.') === 'changes.watch'
    const transport = await (streaming ? rpcLinks.stream() : rpcLinks.calls())
    return transport.call(path, input, streaming ? options : withTimeLimit(options))
  },
}

function withTimeLimit(options: ClientOptions<ClientContext>): ClientOptions<ClientContext> {
  const limit = AbortSignal.timeout(ANSWER_WITHIN_MS)
  return { ...options, signal: options.signal ? AbortSignal.any([options.signal, limit]) : limit }
}

/** The client: every call of the table as a method, such as `client.bookings.list({…})`, over the shell's transport. */
export const client: OfficeClient = createORPCClient(link)
