import { useState } from 'react'
import { useStore } from 'zustand'
import type { Refusal } from '#booking/refusal'
import { tellDone } from '../../commands/tell-done.tsx'
import { useSignIn } from '../../service/sign-in.ts'
import type { WordValues } from '../../words/words.ts'
import { showFirstProblem } from './first-problem.ts'
import { forming, type Refused, type Seen, type Yes } from './forming.ts'
import { keptTyping, placeOf } from './kept-typing.ts'
import type { Problems, Reading, TextFieldOf } from './reading.ts'
import type { Theirs } from './take-over.ts'
import { useClosedForm } from './use-closed-form.ts'

/** Everything that differs between forms, apart from the layout of the fields. */
export type FormOptions<Typed, Fields, Word extends string, Row, Answer> = {
  /** The name under which the text is kept, such as `member.new`; null if the text must not be kept. */
  keptAs: string | null
  /** The form is part of another one, with which its text comes back. Closing it is not said. */
  inAnother?: boolean
  /** The record to change; null for a new record, or for a form without one. */
  record: Row
  typedFrom: (record: Row) => Typed
  /** Reads what is typed as input for `send`, or returns the problems. */
  read: (typed: Typed) => Reading<Typed, Fields, NoInfer<Word>>
  /**
   * Returns the office's answer, or `undefined` if there was none; the person has then been told.
   * @param seen the record, with the version that was shown when the typing began
   */
  send: (fields: Fields, seen: Row) => Promise<Answer | undefined>
  /** The notification after saving. */
  saved?: (yes: Yes<Answer>) => string
  onSaved?: (yes: Yes<Answer>, beginAt: (record: Row) => void) => void
  /** For a refusal about one field: the sentence at that field, by the field's name. It then stands nowhere else. */
  refusedAt?: (refusal: Refusal) => { readonly [Field in keyof Typed]?: string } | null
  say: (word: Word, values?: WordValues) => string
  /** The name of each field: its label, and how it is named if somebody else changed it. */
  labels: { readonly [Field in keyof Typed]: NoInfer<Word> }
  /** For labels with `{{…}}` in them. */
  labelValues?: (typed: Typed) => WordValues
  /** How long each text may be: see `calls/limits.ts`. */
  lengths: { readonly [Field in TextFieldOf<Typed>]: number }
  /** Removes what must not be kept, such as a password. */
  without?: (typed: Typed) => Typed
}

/** What the fields and the frame of a form need. */
export type Form<Typed> = {
  typed: Typed
  type: (part: Partial<Typed>) => void
  labelOf: (field: keyof Typed) => string
  lengthOf: (field: TextFieldOf<Typed>) => number
  /** After Save was pressed: the error or the refusal of a field, as a sentence or `true`; null if there is none. */
  wrongAt: (field: keyof Typed) => string | true | null
  /** @param within the element in which to look for the first field with an error */
  save: (within: HTMLElement) => Promise<void>
  busy: boolean
  /** Null if the refusal is shown at a field. */
  refusal: Refusal | null
  theirs: Theirs<Typed>
  restored: boolean
  /** Goes back to the record, or to an empty form. */
  discard: () => void
  /** Fills the form with the current record; undefined if there is none. */
  takeCurrent: (() => void) | undefined
}

/** What the fields of a form need of it. A part that several forms have takes this of its own fields. */
export type FieldsOf<Typed> = Pick<Form<Typed>, 'typed' | 'type' | 'labelOf' | 'lengthOf' | 'wrongAt'>

/**
 * The one way to make a form. It keeps what is typed until it is saved or discarded, shows the first problem, and takes
 * over what somebody else changed meanwhile. What is typed stays if the office refuses or does not answer.
 */
export function useForm<
  Typed extends object,
  Fields,
  Word extends string,
  Row extends Seen,
  Answer extends { ok: true } | Refused<Row>,
>(options: FormOptions<Typed, Fields, Word, Row, Answer>): Form<Typed> {
  const { record, typedFrom, read, send, say, labels, lengths, labelValues } = options
  const userId = useSignIn(state => state.user?.id ?? 'nobody')
  const [kept] = useState(() =>
    keptTyping({
      storage: sessionStorage,
      place: options.keptAs && placeOf(userId, options.keptAs),
      begun: typedFrom(record),
      version: record?.version ?? null,
      without: options.without,
    }),
  )
  const [formed] = useState(() => forming(kept, record, typedFrom))
  useClosedForm(userId, options.inAnother ? null : options.keptAs, formed)
  const { typed, restored, theirs } = useStore(kept)
  const { known, asked, busy, refusal } = useStore(formed)
  const newest = record && known && record.version > known.version ? record : known
  const reading = asked ? read(typed) : null
  const problems: Problems<Typed, Word> = reading && 'problems' in reading ? reading.problems : {}
  const refusedAt = (why: Refusal | null) => (why && options.refusedAt?.(why)) ?? null
  const refused = refusedAt(refusal)
  const beginAtNewest = () => formed.beginAt(newest)

  async function save(within: HTMLElement) {
    const yes = await formed.save({ read, send, onProblem: () => showFirstProblem(within) })
    if (refusedAt(formed.getState().refusal)) showFirstProblem(within)
    if (!yes) return
    if (options.saved) tellDone(options.saved(yes), yes)
    options.onSaved?.(yes, formed.beginAt)
  }
  return {
    typed,
    type: formed.type,
    labelOf: field => say(labels[field], labelValues?.(typed)),
    lengthOf: field => lengths[field],
    wrongAt(field) {
      const why: Word | true | undefined = problems[field]
      return typeof why === 'string' ? say(why) : (why ?? refused?.[field] ?? null)
    },
    save,
    busy,
    refusal: refused ? null : refusal,
    theirs,
    restored,
    discard: beginAtNewest,
    takeCurrent: newest ? beginAtNewest : undefined,
  }
}
