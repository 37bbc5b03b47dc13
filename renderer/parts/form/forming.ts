import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Refusal } from '#booking/refusal'
import type { KeptTyping } from './kept-typing.ts'
import type { Reading } from './reading.ts'

/** A record that a form changes; null where it makes a new one. */
export type Seen = { version: number } | null
/** `current`: the record as it is now. Where the form changes none, nothing is made of it. */
export type Refused<Row> = { ok: false; refusal: Refusal; current?: CurrentOf<Row> | undefined }
type CurrentOf<Row> = [Row] extends [null] ? unknown : Row
export type Yes<Answer> = Extract<Answer, { ok: true }>

type State<Row> = {
  /** The record as this form knows it; with the version that was seen when the typing began. */
  known: Row
  /** Save was pressed: what is not right yet is said. */
  asked: boolean
  busy: boolean
  refusal: Refusal | null
}

type Saving<Typed, Fields, Word extends string, Row, Answer> = {
  read: (typed: Typed) => Reading<Typed, Fields, Word>
  /** Gives the office's answer; `undefined` where there was none, which has then been said. */
  send: (fields: Fields, seen: Row) => Promise<Answer | undefined>
  onProblem: () => void
}

export type Forming<Typed, Row> = Pick<StoreApi<State<Row>>, 'getState' | 'getInitialState' | 'subscribe'> & {
  type: (part: Partial<Typed>) => void
  /** Begins anew from a record as it is. */
  beginAt: (record: Row) => void
  /** Gives the yes; a no is kept to be shown, and what somebody else changed is followed. */
  save: <Fields, Word extends string, Answer extends { ok: true } | Refused<Row>>(
    saving: Saving<Typed, Fields, Word, Row, Answer>,
  ) => Promise<Yes<Answer> | undefined>
}

/** What becomes of a form between its first key and its yes. */
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
      // A refusal is about what was sent. Only what somebody else changed is still read while one types on.
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
