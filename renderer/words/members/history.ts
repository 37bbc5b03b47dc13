import type { MemberInHistory } from '#calls/members'
import { type CommandsOf, type FieldsOf, text, type ValuesOf, yesOrNo } from '../sayings.ts'
import { sayIn, wordsFor } from '../words.ts'
import { memberKindWords } from './standing.ts'

export const membersDone = wordsFor<CommandsOf<'members'>>('members-done', {
  en: {
    add: 'Added a member',
    change: 'Changed a member',
    verify: 'Verified a member',
    suspend: 'Suspended a member',
    reinstate: 'Reinstated a member',
    addMany: 'Added a member from a list',
  },
  fil: {
    add: 'Nagdagdag ng kasapi',
    change: 'Nagbago ng kasapi',
    verify: 'Nagberipika ng kasapi',
    suspend: 'Nagsuspinde ng kasapi',
    reinstate: 'Nagbalik ng kasapi',
    addMany: 'Nagdagdag ng kasapi mula sa listahan',
  },
})

export const membersTried = wordsFor<CommandsOf<'members'>>('members-tried', {
  en: {
    add: 'Add a member',
    change: 'Change a member',
    verify: 'Verify a member',
    suspend: 'Suspend a member',
    reinstate: 'Reinstate a member',
    addMany: 'Add members from a list',
  },
  fil: {
    add: 'Magdagdag ng kasapi',
    change: 'Baguhin ang kasapi',
    verify: 'Beripikahin ang kasapi',
    suspend: 'Suspindihin ang kasapi',
    reinstate: 'Ibalik ang kasapi',
    addMany: 'Magdagdag ng mga kasapi mula sa listahan',
  },
})

export const memberFields = wordsFor<FieldsOf<MemberInHistory>>('member-fields', {
  en: {
    number: 'Number',
    name: 'Name',
    phone: 'Phone',
    barangay: 'Barangay',
    sector: 'Sector',
    verified: 'Verified',
    suspended: 'Suspended',
    suspendedReason: 'Why suspended',
    kind: 'Belongs to',
  },
  fil: {
    number: 'Numero',
    name: 'Pangalan',
    phone: 'Telepono',
    barangay: 'Barangay',
    sector: 'Sektor',
    verified: 'Beripikado',
    suspended: 'Suspendido',
    suspendedReason: 'Bakit suspendido',
    kind: 'Kabilang sa',
  },
})

export const memberValues: ValuesOf<MemberInHistory> = {
  number: text,
  name: text,
  phone: text,
  barangay: text,
  sector: text,
  verified: yesOrNo,
  suspended: yesOrNo,
  suspendedReason: text,
  kind: (kind, format) => sayIn(format.language, memberKindWords, kind),
}
