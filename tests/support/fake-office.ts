import { implement, ORPCError } from '@orpc/server'
import { contract, SHOWN_BY } from '#calls/contract'
import type { CallContext } from '#office/law/asking'
import type { OfficeRouter } from '#office/router'

/** An office with a few calls. That is enough to test the transports, which treat all calls alike. */
export function fakeOffice() {
  const office = implement(contract).$context<CallContext>()
  const watching = new Set<AbortSignal>()
  // Rights must be checked before the input's shape. Middleware on the whole office runs before the input is validated.
  const forClerks = office.use(({ context, next }) => {
    if (context.authorization !== 'Bearer clerk')
      throw new ORPCError('UNAUTHORIZED', { message: 'Sign in first.' })
    return next()
  })
  const router = {
    setup: {
      state: office.setup.state.handler(({ context }) => ({
        ready: true,
        sample: false,
        // Tells a test which browser it is taken for.
        officeName: context.browser,
        timeZone: 'Asia/Manila',
        version: '0',
        sampleSignIn: [],
      })),
    },
    auth: {
      who: office.auth.who.handler(({ context }) => ({
        user: context.authorization
          ? { id: USER_ID, name: context.authorization, role: 'clerk' as const }
          : null,
      })),
    },
    settings: {
      get: office.settings.get.handler(() => {
        throw new Error('the password is hunter2')
      }),
    },
    changes: {
      head: forClerks.changes.head.handler(() => ({ seq: 7, shownBy: SHOWN_BY })),
      watch: forClerks.changes.watch.handler(async function* ({ input, signal }) {
        if (!signal) return
        watching.add(signal)
        const gone = new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }))
        for (let seq = input.sinceSeq + 1; seq <= input.sinceSeq + CHANGES; seq += 1)
          yield { seq, entity: 'booking' as const, id: USER_ID }
        await gone
      }),
    },
  }
  return {
    router: router as unknown as OfficeRouter,
    /** How many watches are still open. */
    watched: () => [...watching].filter(signal => !signal.aborted).length,
  }
}

/** A watch is told so many, and then goes on without news. */
const CHANGES = 10

export const USER_ID = '00000000-0000-7000-8000-000000000001'
