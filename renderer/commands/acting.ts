import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '#booking/refusal'
import type { Message } from '../messages/message-places.ts'
import type { CommandName } from '../service/calls-by-name.ts'

/** A record as a screen shows it. */
export type Versioned = { readonly id: string; readonly version: number }

/** The answer to a command on one record. A yes has the record under the name of its kind: `booking`, `machine`. */
export type Outcome<Kind extends string, Row> =
  | ({ ok: true } & { readonly [K in Kind]: Row })
  | { ok: false; refusal: Refusal; current?: Row | undefined }

/** What is said of what was done: a sentence, or one that counts repetitions. */
export type Said = string | Message

type State<Row> = {
  /** The newest state of the record that an answer brought; null if there was no such answer. */
  answered: Row | null
  refusal: Refusal | null
  /** The command whose question is open. */
  asking: CommandName | null
}

export type Acting<Kind extends string, Row> = Pick<
  StoreApi<State<Row>>,
  'getState' | 'getInitialState' | 'subscribe'
> & {
  /** Opens the question that a command asks first, without what was refused before. */
  ask: (command: CommandName) => void
  /** Closes the question without sending anything. */
  close: () => void
  /**
   * Sends a command on the record as it is now. A yes is told and closes the question; a no leaves it open, with the
   * refusal.
   * @param shown the record as the screen has it
   * @param send returns the answer, or `undefined` if there was none; the person has then been told
   * @param done the sentence that says what was done
   * @returns true if it was done
   */
  act: (
    shown: Row,
    send: (now: Row) => Promise<Outcome<Kind, Row> | undefined>,
    done: (now: Row) => Said,
  ) => Promise<boolean>
}

/** Acting on one record of a kind. `tell` shows what was done. */
export function acting<Kind extends string, Row extends Versioned>(
  kind: Kind,
  tell: (done: Said, outcome: Outcome<Kind, Row>) => void,
): Acting<Kind, Row> {
  const store = createStore<State<Row>>(() => ({ answered: null, refusal: null, asking: null }))
  const { getState, getInitialState, subscribe, setState } = store
  return {
    getState,
    getInitialState,
    subscribe,
    ask: command => setState({ asking: command, refusal: null }),
    close: () => setState({ asking: null }),
    async act(shown, send, done) {
      const outcome = await send(newest(shown, getState().answered))
      if (!outcome) return false
      if (!outcome.ok) {
        setState({ refusal: outcome.refusal, ...(outcome.current ? { answered: outcome.current } : {}) })
        return false
      }
      const { [kind]: now }: { readonly [K in Kind]: Row } = outcome
      setState({ answered: now, refusal: null, asking: null })
      tell(done(now), outcome)
      return true
    },
  }
}

/** The screen's own copy of the record may be older than the last answer, or newer. */
export function newest<Row extends Versioned>(shown: Row, answered: Row | null): Row {
  return answered && answered.version > shown.version ? answered : shown
}
