import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '#booking/refusal'
import type { KeptTyping } from './kept-typing.ts'
import type { Reading } from './reading.ts'

/** A record that a form changes; null if it makes a new one. */
export type Seen = { version: number } | null
/** `current`: the record as it is now. A form that changes no record ignores it. */
export type Refused<Row> = { ok: false; refusal: Refusal; current?: CurrentOf<Row> | undefined }
type CurrentOf<Row> = [Row] extends [null] ? unknown : Row
export type Yes<Answer> = Extract<Answer, { ok: true }>

type State<Row> = {
  /** The newest state of the record that this form has seen. */
  known: Row
  /** True once Save was pressed: from then on, each field says what is wrong with it. */
  asked: boolean
  busy: boolean
  refusal: Refusal | null
}

type Saving<Typed, Fields, Word extends string, Row, Answer> = {
  read: (typed: Typed) => Reading<Typed, Fields, Word>
  /** Returns the office's answer, or `undefined` if there was none; the person has then been told. */
  send: (fields: Fields, seen: Row) => Promise<Answer | undefined>
  onProblem: () => void
}

export type Forming<Typed, Row> = Pick<StoreApi<State<Row>>, 'getState' | 'getInitialState' | 'subscribe'> & {
  type: (part: Partial<Typed>) => void
  /** Starts again from this record. */
  beginAt: (record: Row) => void
  /** Returns the answer if it is a yes. A refusal is kept to be shown, and changes by somebody else are taken over. */
  save: <Fields, Word extends string, Answer extends { ok: true } | Refused<Row>>(
    saving: Saving<Typed, Fields, Word, Row, Answer>,
  ) => Promise<Yes<Answer> | undefined>
}

/** The state of a form from the first key press until it is saved. */
export function forming<Typed extends object, Row extends Seen>(
  kept: KeptTyping<Typed>,
  record: Row,
  typedFrom: (record: Row) => Typed,
): Forming<Typed, Row> {
  const store = createStore<State<Row>>(() => ({
    known: record,
    asked: false,
    busy: false,
    refusal: null,
  }))
  const { getState, getInitialState, subscribe, setState } = store

  function refused(refusal: Refusal, current: Row | undefined): void {
    if (getState().known && current) {
      setState({ known: current })
      kept.follow(typedFrom(current), current.version)
    }
    setState({ refusal })
  }
  return {
    getState,
    getInitialState,
    subscribe,
    type(part) {
      kept.type(part)
      // A refusal is about what was sent, so typing removes it. What somebody else changed stays until the next save.
      if (getState().refusal?.reason !== 'changed-meanwhile') setState({ refusal: null })
    },
    beginAt(from) {
      setState({ known: from, asked: false, refusal: null })
      kept.beginAt(typedFrom(from), from?.version ?? null)
    },
    async save({ read, send, onProblem }) {
      const { known, busy } = getState()
      if (busy) return undefined
      setState({ asked: true })
      const { typed, version } = kept.getState()
      const said = read(typed)
      if ('problems' in said) {
        onProblem()
        return undefined
      }
      setState({ busy: true, refusal: null })
      const seen = known && { ...known, version: version ?? known.version }
      const answer = await send(said.fields, seen).finally(() => setState({ busy: false }))
      if (!answer) return undefined
      if (isRefused(answer)) {
        refused(answer.refusal, answer.current as Row | undefined)
        return undefined
      }
      kept.done()
      return answer as Yes<typeof answer>
    },
  }
}

function isRefused<Row>(answer: { ok: true } | Refused<Row>): answer is Refused<Row> {
  return !answer.ok
}
