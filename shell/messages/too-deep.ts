/** What calls say is a few levels deep. */
const DEEPEST = 32

/**
 * Whether lists and objects in a JSON text are nested deeper than any call's. Asked before the text is parsed, because
 * half a million levels take a hundred times as long to parse as the same amount of text.
 */
export function isTooDeep(json: string): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (inText) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) inText = false
    } else if (code === QUOTE) inText = true
    else if (code === LIST || code === OBJECT) {
      depth++
      if (depth > DEEPEST) return true
    } else if (code === LIST_END || code === OBJECT_END) depth--
  }
  return false
}

const [QUOTE, BACKSLASH, LIST, LIST_END, OBJECT, OBJECT_END] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]
