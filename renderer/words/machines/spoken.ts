/**
 * What people also call a kind of machine, by a word of its name. For finding machines: a cooperative writes "Rice
 * mill" and the member asks for the kiskisan.
 */
export const ALSO_CALLED: readonly (readonly [word: string, also: readonly string[]])[] = [
  ['hand tractor', ['kuliglig', 'walking tractor']],
  ['tractor', ['traktora', 'traktor']],
  ['rotavator', ['rotary', 'rotabator']],
  ['transplanter', ['pantanim']],
  ['harvester', ['combine', 'reaper', 'panggapas', 'pang-ani']],
  ['thresher', ['tilyadora', 'treser', 'panggiik']],
  ['dryer', ['patuyuan', 'drayer']],
  ['mill', ['kiskisan', 'gilingan', 'bigasan']],
]
