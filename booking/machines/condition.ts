/** How a point of a machine is, from best to worst. */
export const CONDITIONS = ['fine', 'worn', 'broken'] as const
export type Condition = (typeof CONDITIONS)[number]

/** One point that was looked at, such as the tyres. */
export type Seen = { readonly point: string; readonly state: Condition; readonly note?: string | undefined }

/** Whether every point that was looked at was fine. */
export function isFine(condition: readonly Seen[]): boolean {
  return condition.every(one => one.state === 'fine')
}

/** The points that are broken. */
export function brokenOf<S extends Seen>(condition: readonly S[]): S[] {
  return condition.filter(one => one.state === 'broken')
}

/** The points that are worse than somebody saw them before, so that damage has an author. */
export function worsened<S extends Seen>(before: readonly Seen[], now: readonly S[]): S[] {
  return now.filter(one => {
    const was = before.find(other => other.point === one.point)
    return was !== undefined && CONDITIONS.indexOf(one.state) > CONDITIONS.indexOf(was.state)
  })
}
