import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Theirs, takeOver } from './take-over.ts'

/**
 * The text is kept together with the record that it changes, so that changes by others in the meantime are not lost.
 */
type Kept<Typed> = { typed: Typed; begun: Typed; version: number | null }

type Shown<Typed> = {
  typed: Typed
  /** The version that was seen when the typing began; null for a new record. */
  version: number | null
  /** True while the form shows what was typed before it was closed. */
  restored: boolean
  /** What somebody else changed, as of the last `follow`. */
  theirs: Theirs<Typed>
}

type Options<Typed> = {
  /** A storage that outlives the form, such as `sessionStorage`. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** The key in it; null if the text must not be kept. */
  place: string | null
  /** The initial values of the form, from this version of the record. */
  begun: Typed
  version: number | null
  /** Removes what must not be kept, such as a password. */
  without?: ((typed: Typed) => Typed) | undefined
}

export type KeptTyping<Typed> = Pick<StoreApi<Shown<Typed>>, 'getState' | 'getInitialState' | 'subscribe'> & {
  type: (part: Partial<Typed>) => void
  /** Starts again from other values. */
  beginAt: (typed: Typed, version: number | null) => void
  /**
   * Takes over the current record after a save found a change by somebody else. Fields that were not changed here
   * get its values.
   */
  follow: (current: Typed, version: number) => void
  /** The form was saved, so nothing is kept any longer. */
  done: () => void
}

const NOBODYS = { taken: [], yours: [] }

/**
 * Keeps the text of a form until it is saved or discarded. However the form was closed (Escape, a click, another
 * screen, a reload), its text is restored when it is opened again.
 */
export function keptTyping<Typed extends object>(options: Options<Typed>): KeptTyping<Typed> {
  const { storage, place, without = typed => typed } = options
  const kept = place === null ? null : readKept<Typed>(storage, place)
  let begun = fitted(kept?.begun, options.begun)
  const store = createStore<Shown<Typed>>(() => ({
    typed: fitted(kept?.typed, options.begun),
    version: kept ? kept.version : options.version,
    restored: kept !== null,
    theirs: NOBODYS,
  }))

  /** Text that is the same as at the start need not be kept. */
  function keep(): void {
    if (place === null) return
    const { typed, version } = store.getState()
    const said: Kept<Typed> = { typed: without(typed), begun: without(begun), version }
    try {
      if (JSON.stringify(said.typed) === JSON.stringify(said.begun)) storage.removeItem(place)
      else storage.setItem(place, JSON.stringify(said))
    } catch {
      // Typing must go on even if the storage is full.
    }
  }
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    type(part) {
      store.setState(({ typed }) => ({ typed: { ...typed, ...part } }))
      keep()
    },
    beginAt(typed, version) {
      begun = typed
      store.setState({ typed, version, restored: false, theirs: NOBODYS })
      keep()
    },
    follow(current, version) {
      const [typed, theirs] = takeOver(begun, store.getState().typed, current)
      begun = current
      store.setState({ typed, version, theirs })
      keep()
    },
    done() {
      if (place !== null) storage.removeItem(place)
    },
  }
}

/** The key under which a user's text is kept. */
export function placeOf(userId: string, keptAs: string): string {
  return `araro.typed.${userId}.${keptAs}`
}

/** Whether a form that is kept there has text to restore. */
export function isKept(storage: Pick<Storage, 'getItem'>, place: string): boolean {
  return readKept(storage, place) !== null
}

function readKept<Typed>(storage: Pick<Storage, 'getItem'>, place: string): Kept<Typed> | null {
  try {
    const kept = JSON.parse(storage.getItem(place) ?? 'null') as Kept<Typed> | null
    return typeof kept?.typed === 'object' ? kept : null
  } catch {
    return null
  }
}

/** An older program may have kept other fields than the form has now. */
function fitted<Typed extends object>(kept: Partial<Typed> | undefined, begun: Typed): Typed {
  const fields = Object.keys(begun).filter(field => kept && Object.hasOwn(kept, field)) as (keyof Typed)[]
  return { ...begun, ...Object.fromEntries(fields.map(field => [field, kept?.[field]])) }
}
