import type { Step } from '#calls/undo'

/**
 * The step that Ctrl + Z is about: the newest that is neither undone nor itself an undo, so that pressing it again goes
 * one step further back.
 * @param steps newest first
 */
export function lastStepOf(steps: readonly Step[]): Step | undefined {
  return steps.find(step => step.deed !== 'undid' && !isUndone(step))
}

export function isUndone({ refusal }: Pick<Step, 'refusal'>): boolean {
  return refusal?.reason === 'cannot-undo' && refusal.why === 'undone-already'
}
