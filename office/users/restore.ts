import { refuse } from '#booking/refusal'
import { decideDisabling, decideRole } from '#booking/users/decide-user'
import { userByKey } from '#db/read/users'
import { deleteSignInsOf, updateUser } from '#db/write/users'
import { restoring } from '../law/restoring.ts'
import { userFacts } from './commands.ts'
import { userRecord } from './record.ts'

export const userRestoring = restoring({
  kind: userRecord,
  mayBe({ db, actor }, stored, again) {
    const namesake = userByKey(db, again.nameKey)
    if (namesake && namesake.id !== again.id) {
      return refuse({ reason: 'name-taken', name: again.name, what: 'user' })
    }
    const facts = userFacts(db, stored)
    if (again.role !== stored.role) {
      const decision = decideRole(again.role, facts)
      if (!decision.ok) return decision
    }
    return again.disabled && !stored.disabled ? decideDisabling(facts, actor.id) : { ok: true }
  },
  write({ tx }, id, was) {
    if (was.disabled) deleteSignInsOf(tx, id)
    updateUser(tx, id, was)
  },
})
