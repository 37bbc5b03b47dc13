import { inserting, updating } from '../rows.ts'
import { members } from '../tables/members.ts'

export const insertMember = inserting(members)
export const updateMember = updating(members)
