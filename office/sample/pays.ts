import { readAccount } from '#db/read/payments'
import type { Office } from '../office.ts'
import * as booklets from '../payments/booklets.ts'
import { take } from '../payments/commands.ts'
import { type Cooperative, must } from './found-cooperative.ts'
import { seeded } from './seeded.ts'

/** Of its own, so that who pays does not change what is planned. */
const PAYING_SEED = 20263
/** The number that was spoiled. */
const TORN = 7

export type AtTheDesk = {
  /** A member pays a deposit, or for what came back: most at once, some a part, some nothing yet. */
  pays(bookingId: string): Promise<void>
}

/** Takes money at the counter, with the receipts of one booklet. */
export function desk(office: Office, { clerk, manager }: Cooperative): AtTheDesk {
  const random = seeded(PAYING_SEED)
  const bookletId = office.ids.newId()
  let number = 0
  const nextNumber = async () => {
    if (number === 0) {
      const booklet = { prefix: '', first: 1, last: 1000, desk: 'Counter' }
      await must(office, manager, booklets.add, { commandId: bookletId, ...booklet })
    }
    number += 1
    if (number !== TORN) return number
    const torn = { bookletId, version: 1, number, reason: 'Torn while it was written' }
    await must(office, clerk, booklets.cancelNumber, { commandId: office.ids.newId(), ...torn })
    number += 1
    return number
  }
  return {
    async pays(bookingId) {
      const account = readAccount(office.file.db, bookingId)
      const owed = account?.owedCentavos ?? 0
      const [all, part] = [random.chance(88), random.chance(50)]
      if (!account || owed <= 0 || (!all && !part)) return
      const pesos = all ? owed : Math.max(100, Math.floor(owed / 20_000) * 10_000)
      const how = random.chance(80) ? ('cash' as const) : ('e-wallet' as const)
      await must(office, clerk, take, {
        commandId: office.ids.newId(),
        memberId: account.memberId,
        lines: [{ bookingId, centavos: Math.min(owed, pesos) }],
        how,
        ...(how === 'cash' ? {} : { reference: `GC-${10_000 + random.below(90_000)}` }),
        receipt: { bookletId, number: await nextNumber() },
      })
    },
  }
}
