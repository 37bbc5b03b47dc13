/** What ends a line of a pasted text, whichever program copied it. */
export const LINE_ENDS = /\r\n|\r|\n/

/** The number of lines of a pasted text. Splits no text, because it may have half a million line ends. */
export function countLines(text: string): number {
  let lines = 1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) lines++
  }
  return lines
}

const LF = 10
const CR = 13
