import { refuse } from '#booking/refusal'
import { may } from '#booking/users/roles'
import { updateSettings } from '#db/write/settings'
import { keepAllOpenBlocks } from '../bookings/open-blocks.ts'
import { restoring } from '../law/restoring.ts'
import { isTimeZone } from '../law/time-zone.ts'
import { decideLogo } from './logo.ts'
import { settingsRecord } from './record.ts'

export const settingsRestoring = restoring({
  kind: settingsRecord,
  mayBe({ actor, db }, stored, { office }) {
    if (JSON.stringify(office) === JSON.stringify(stored.office)) return { ok: true }
    if (!may(actor.role, 'set-office')) {
      return refuse({ reason: 'rights-needed', permission: 'set-office' })
    }
    const { timeZone, logo } = office
    if (!isTimeZone(timeZone)) return refuse({ reason: 'unknown-time-zone', timeZone })
    return logo === null ? { ok: true } : decideLogo(db, logo)
  },
  write(context, _, { hours, ...was }) {
    const { office, rules, offers, maintenance, sessions, batches, members, machinePapers, owing } = was
    updateSettings(context.tx, {
      office,
      rules,
      hours,
      offers,
      maintenance,
      sessions,
      batches,
      members,
      machinePapers,
      owing,
    })
    if (hours) keepAllOpenBlocks(context)
  },
})
