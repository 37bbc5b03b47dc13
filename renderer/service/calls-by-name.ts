import type { CallName, InputOf, OutputOf } from '#calls/contract'
import { client } from './client.ts'

export type { CommandName, InputOf, OutputOf } from '#calls/contract'

type Call = (input: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>

/**
 * Makes a call by its name. The table of calls gives the types at both ends; the office checks the shape on arrival.
 */
export async function callOffice<Name extends CallName>(
  name: Name,
  input: InputOf<Name>,
  options?: { signal?: AbortSignal },
): Promise<OutputOf<Name>> {
  const [group, call] = name.split('.') as [string, string]
  const table = client as unknown as Record<string, Record<string, Call>>
  return (await table[group]![call]!(input, options)) as OutputOf<Name>
}
