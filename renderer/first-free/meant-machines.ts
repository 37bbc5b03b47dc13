import { folded, isOneTypoFromStart, wordsOf } from '#booking/finding/text'
import { namesOfType } from '#booking/machines/also-called'

type Machine = { id: string; name: string; typeId: string; type: string; bookingMode: 'days' | 'time' }
/** One machine, or any of a type, and how it is booked. */
export type Meant = { name: string; bookingMode: Machine['bookingMode'] } & (
  | { machineId: string }
  | { typeId: string }
)

/** More kinds are not asked for at the same time: the text must say more. */
const MOST = 3

/**
 * The machines that a text names: the one with this name, otherwise the types that it names, otherwise machines. A type
 * is also known by what people call such machines, and by one typo.
 */
export function meantMachines(text: string, machines: readonly Machine[]): Meant[] {
  const exact = machines.filter(({ name }) => folded(name) === folded(text))
  if (exact.length > 0) return exact.slice(0, 1).map(asMachine)
  const types = [...new Map(machines.map(machine => [machine.typeId, machine])).values()]
  const words = wordsOf(text)
  const ofTypes = types.filter(({ type }) => isNamed(words, namesOfType(type)))
  if (ofTypes.length > 0) return ofTypes.slice(0, MOST).map(asType)
  return machines
    .filter(({ name }) => isNamed(words, [folded(name)]))
    .slice(0, MOST)
    .map(asMachine)
}

function asMachine({ id: machineId, name, bookingMode }: Machine): Meant {
  return { machineId, name, bookingMode }
}

function asType({ typeId, type: name, bookingMode }: Machine): Meant {
  return { typeId, name, bookingMode }
}

function isNamed(words: readonly string[], names: readonly string[]): boolean {
  return names.some(name => {
    const parts = name.split(' ')
    return words.every(word => parts.some(part => begins(word, part)))
  })
}

/** Also in the plural: "tractors". */
function begins(word: string, part: string): boolean {
  if (part.startsWith(word) || `${part}s` === word) return true
  return word.length > 3 && !/\d/.test(word) && isOneTypoFromStart(word, part)
}
