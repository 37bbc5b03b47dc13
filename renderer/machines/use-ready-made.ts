import { READY_MADE_KEYS, READY_MADE_TYPES, type ReadyMadeKey } from '#booking/machines/ready-made-types'
import type { MachineType } from '#calls/machines'
import { useCommand } from '../commands/use-command.ts'
import { tell } from '../messages/tell.ts'
import { useFormat } from '../words/format.ts'
import { pointWords } from '../words/machines/points.ts'
import { readyMadeWords } from '../words/machines/ready-made.ts'
import { machineWords } from '../words/machines/screen.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'
import { readyMadeNamed } from './ready-made-named.ts'

/** The ready-made types that the office does not have yet, and how one is added. */
export function useReadyMade(types: readonly MachineType[]) {
  const say = useWords(machineWords)
  const named = useWords(readyMadeWords)
  const pointNamed = useWords(pointWords)
  const format = useFormat()
  const { run, busy } = useCommand('machines.addType')
  const offered = READY_MADE_KEYS.filter(key => !types.some(type => readyMadeNamed(type.name) === key))

  /** Returns the new type; undefined if there is none, which the person has then been told. */
  async function add(key: ReadyMadeKey): Promise<MachineType | undefined> {
    const { maxDays, read, points } = READY_MADE_TYPES[key]
    const looked = { ...read, points: points.map(point => pointNamed(point)) }
    const outcome = await run({
      name: named(key),
      minNoticeDays: null,
      maxDays,
      horizonDays: null,
      ...looked,
    })
    if (!outcome) return undefined
    const message = outcome.ok
      ? say('typeSaved', { name: outcome.type.name })
      : refusalSentence(outcome.refusal, format)
    tell(message)
    return outcome.ok ? outcome.type : undefined
  }
  return { offered, named, add, busy }
}
