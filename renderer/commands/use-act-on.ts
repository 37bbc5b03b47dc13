import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Refusal } from '#booking/refusal'
import type { CommandName } from '../service/calls-by-name.ts'
import { type Acting, acting, newest, type Versioned } from './acting.ts'
import { tellDone } from './tell-done.tsx'

type Acts<Kind extends string, Row> = Parameters<Acting<Kind, Row>['act']>

export type ActOn<Kind extends string, Row> = Pick<Acting<Kind, Row>, 'ask' | 'close'> & {
  /** The record as it is now, as far as this window knows. */
  record: Row
  refusal: Refusal | null
  /** The command whose question is open. */
  asking: CommandName | null
  act: (send: Acts<Kind, Row>[1], done: Acts<Kind, Row>[2]) => Promise<boolean>
}

/**
 * Acts on one record that a screen shows: sends the version of the last answer, keeps a refusal to be shown, and says in a
 * message what was done. Forms do this by `useForm`. Only what acts on several records at once uses
 * `useCommand` directly.
 * @param kind the name of the record in the answers of its commands, such as `booking`
 */
export function useActOn<Kind extends string, Row extends Versioned>(
  kind: Kind,
  shown: Row,
): ActOn<Kind, Row> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing that was asked or refused is about another record
  const on: Acting<Kind, Row> = useMemo(() => acting<Kind, Row>(kind, tellDone), [kind, shown.id])
  const { answered, refusal, asking } = useStore(on)
  return {
    record: newest(shown, answered),
    refusal,
    asking,
    ask: on.ask,
    close: on.close,
    act: (send, done) => on.act(shown, send, done),
  }
}
