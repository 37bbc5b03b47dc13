import { useRef, useState } from 'react'
import { useUser } from '../../service/sign-in.ts'
import { type Theirs, takeOver } from './take-over.ts'

/** With the text goes the record that it was typed over: what others changed meanwhile is not lost. */
type Kept<Typed> = { typed: Typed; begun: Typed; version: number | null }

type Options<Typed> = {
  /** Of the record that is being changed; left out for a new one. */
  version?: number | undefined
  /** Takes out what must not stay anywhere, such as a password. */
  without?: (typed: Typed) => Typed
}

export type KeptTyping<Typed> = {
  typed: Typed
  setTyped: (typed: Typed) => void
  /** The version that was seen when the typing began. */
  version: number | null
  /** True while the form shows what was typed before it was closed. */
  restored: boolean
  /** Back to the form as it begins. */
  discard: () => void
  /** Begins anew, from other values. */
  beginAt: (typed: Typed, version?: number) => void
  /** The record as it is now, where a save met somebody else's: what was not touched here follows it. */
  follow: (current: Typed, version: number) => void
  /** What they changed, as of the last `follow`. */
  theirs: Theirs<Typed>
  /** Saved: there is nothing left to keep. */
  done: () => void
}

/**
 * What stands in a form, kept for this person in this window until it is saved or discarded. However the form goes
 * away (Escape, a click, another screen, a reload), it is there again when the form is opened the next time.
 */
export function useKeptTyping<Typed>(
  form: string,
  begin: () => Typed,
  { version, without = typed => typed }: Options<Typed> = {},
): KeptTyping<Typed> {
  const place = `araro.typed.${useUser().id}.${form}`
  const [kept] = useState(() => readKept<Typed>(place))
  const [typed, setShown] = useState(() => kept?.typed ?? begin())
  const [restored, setRestored] = useState(kept !== null)
  const [theirs, setTheirs] = useState<Theirs<Typed>>({ taken: [], yours: [] })
  const base = useRef(kept ?? { begun: begin(), version: version ?? null })
  const latest = useRef(typed)
  latest.current = typed

  function setTyped(next: Typed) {
    setShown(next)
    const said = without(next)
    const begun = without(base.current.begun)
    if (JSON.stringify(said) === JSON.stringify(begun)) forget(place)
    else keep(place, { typed: said, begun, version: base.current.version })
  }
  function beginAt(next: Typed, at = version) {
    base.current = { begun: next, version: at ?? null }
    forget(place)
    setShown(next)
    setRestored(false)
  }
  function follow(current: Typed, version: number) {
    const [merged, changed] = takeOver(base.current.begun, latest.current, current)
    base.current = { begun: current, version }
    setTyped(merged)
    setTheirs(changed)
  }
  return {
    typed,
    setTyped,
    version: base.current.version,
    restored,
    discard: () => beginAt(begin()),
    beginAt,
    follow,
    theirs,
    done: () => forget(place),
  }
}

function readKept<Typed>(place: string): Kept<Typed> | null {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null') as Kept<Typed> | null
  } catch {
    return null
  }
}

function keep<Typed>(place: string, kept: Kept<Typed>): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(kept))
  } catch {
    // A full storage must not stop anybody from typing.
  }
}

function forget(place: string): void {
  sessionStorage.removeItem(place)
}
