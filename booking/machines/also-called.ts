import { folded } from '../finding/text.ts'

/**
 * What people also call a kind of machine, by a word of its name. For finding machines: a cooperative writes "Rice
 * mill" and the member asks for the kiskisan.
 */
const ALSO_CALLED: readonly (readonly [word: string, also: readonly string[]])[] = [
  ['hand tractor', ['kuliglig', 'walking tractor']],
  ['tractor', ['traktora', 'traktor']],
  ['rotavator', ['rotary', 'rotabator']],
  ['transplanter', ['pantanim']],
  ['harvester', ['combine', 'reaper', 'panggapas', 'pang-ani']],
  ['thresher', ['tilyadora', 'treser', 'panggiik']],
  ['dryer', ['patuyuan', 'drayer']],
  ['mill', ['kiskisan', 'gilingan', 'bigasan']],
]

/** The folded name of a kind of machine, and what else people call it. */
export function namesOfType(type: string): string[] {
  const name = folded(type)
  const [, also = []] = ALSO_CALLED.find(([word]) => name.includes(word)) ?? []
  return [name, ...also]
}
