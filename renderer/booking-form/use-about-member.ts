import type { OutputOf } from '../service/calls-by-name.ts'
import { useCall } from '../service/use-call.ts'
import type { ChosenMember } from './form-fields.ts'

type About = {
  /** The member as the office knows them now; as they were when they were chosen until that is known. */
  member: ChosenMember | null
  overdue: OutputOf<'members.get'>['overdue']
  owes: OutputOf<'members.get'>['owes']
}

/** What a clerk should know of the chosen member, also when it changes while the form is open. */
export function useAboutMember(chosen: ChosenMember | null): About {
  const answer = useCall('members.get', { memberId: chosen?.id ?? '' }, { enabled: chosen !== null })
  if (!chosen || !answer.data) return { member: chosen, overdue: [], owes: null }
  const { member, overdue, owes } = answer.data
  const newer = member && member.version >= (chosen.version ?? 0)
  return { member: newer ? member : chosen, overdue, owes }
}
