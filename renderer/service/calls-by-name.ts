import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { CallName, Contract } from '#calls/contract'
import { office } from './client.ts'

type Inputs = InferContractRouterInputs<Contract>
type Outputs = InferContractRouterOutputs<Contract>
type At<Table, Name extends CallName> = Name extends `${infer Group}.${infer Call}`
  ? Group extends keyof Table
    ? Call extends keyof Table[Group]
      ? Table[Group][Call]
      : never
    : never
  : never

/** What a call takes and gives, by its name: `InputOf<'bookings.list'>`. */
export type InputOf<Name extends CallName> = At<Inputs, Name>
export type OutputOf<Name extends CallName> = At<Outputs, Name>

/** Calls whose input carries a commandId: what people decide. */
export type CommandName = {
  [Name in CallName]: InputOf<Name> extends { commandId: string } ? Name : never
}[CallName]

type Call = (input: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>

/** Makes a call by its name. The table's types hold on both ends; the office checks the shape on arrival. */
export async function callOffice<Name extends CallName>(
  name: Name,
  input: InputOf<Name>,
  options?: { signal?: AbortSignal },
): Promise<OutputOf<Name>> {
  const [group, call] = name.split('.') as [string, string]
  const table = office as unknown as Record<string, Record<string, Call>>
  return (await table[group]![call]!(input, options)) as OutputOf<Name>
}
