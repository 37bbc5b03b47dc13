import { useRef } from 'react'

/**
 * What is drawn while something is dragged: it stays as it was when the hand took hold of it, whatever is read meanwhile,
 * and is replaced by the newest at the end.
 * @param about what it is about, such as the machine and its days: of something else, the newest is drawn at once
 */
export function useHeldBack<Value>(newest: Value, held: boolean, about: unknown): Value {
  const drawn = useRef({ value: newest, about })
  if (!held || drawn.current.about !== about) drawn.current = { value: newest, about }
  return drawn.current.value
}
