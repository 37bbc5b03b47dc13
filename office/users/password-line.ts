import { type Refusal, refuse } from '#booking/refusal'
import type { NameInBrowser } from './lock-outs.ts'

/** From one browser at the same time, besides the names that have signed in from it. */
const MOST_NAMES_WAITING = 8
const MOST_WAITING_FOR_NAME = 32

/**
 * Passwords are hashed one at a time, because each takes a third of a second and 128 MiB. Whoever waits is served in
 * turn: one from each browser, and within a browser one for each name. Whoever sends many
 * passwords, or many names, therefore delays only themselves (decision 18).
 */
export type PasswordLine = {
  /** Does the work when its turn has come. Refuses with `busy` at once, or later, if too many wait. */
  wait<Result>(who: NameInBrowser, work: () => Promise<Result>): Promise<Result | Refused>
  /** The name signed in from the browser: from now on it has its place there however many names wait. */
  isAtHome(who: NameInBrowser): void
}
type Refused = { ok: false; refusal: Refusal }

type Waiting = { work(): Promise<void>; giveWay(): void }
type Names = Map<string, Waiting[]>

export function createPasswordLine(): PasswordLine {
  /** In the order of their turns: first browsers, then their names, then what waits for each. */
  const browsers = new Map<string, Names>()
  const atHome = new Map<string, Set<string>>()
  let serving = false

  async function serve(): Promise<void> {
    serving = true
    for (let next = takeNext(browsers); next; next = takeNext(browsers)) await next.work()
    serving = false
  }

  /** Where too many strange names wait, the one that has waited longest gives way: the newest may be honest. */
  function makeRoom(names: Names, browser: string): void {
    const strangers = [...names.keys()].filter(name => !atHome.get(browser)?.has(name))
    const [longest] = strangers
    if (longest === undefined || strangers.length < MOST_NAMES_WAITING) return
    for (const { giveWay } of names.get(longest) ?? []) giveWay()
    names.delete(longest)
  }

  return {
    wait({ nameKey, browser }, work) {
      const names: Names = browsers.get(browser) ?? new Map()
      const waiting = names.get(nameKey) ?? []
      if (waiting.length >= MOST_WAITING_FOR_NAME) return Promise.resolve(busy())
      if (waiting.length === 0 && !atHome.get(browser)?.has(nameKey)) makeRoom(names, browser)
      return new Promise((resolve, reject) => {
        waiting.push({ work: () => work().then(resolve, reject), giveWay: () => resolve(busy()) })
        names.set(nameKey, waiting)
        browsers.set(browser, names)
        if (!serving) void serve()
      })
    },
    isAtHome({ nameKey, browser }) {
      const names = atHome.get(browser) ?? new Set()
      atHome.set(browser, names.add(nameKey))
    },
  }
}

/** Takes the first out of the line; its browser and its name go to the end. */
function takeNext(browsers: Map<string, Names>): Waiting | undefined {
  for (const [browser, names] of browsers) {
    browsers.delete(browser)
    for (const [name, waiting] of names) {
      names.delete(name)
      const next = waiting.shift()
      if (waiting.length > 0) names.set(name, waiting)
      if (names.size > 0) browsers.set(browser, names)
      return next
    }
  }
  return undefined
}

function busy(): Refused {
  return refuse({ reason: 'busy', retryAfterMs: 1000 })
}
