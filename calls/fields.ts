import * as z from 'zod'
import type { WithoutIds } from '#booking/entities'
import { command, question } from './call.ts'
import { FIELD_LENGTHS, HECTARES } from './limits.ts'
import * as shape from './shapes.ts'

const fieldRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  memberId: shape.id,
  memberName: z.string(),
  name: z.string(),
  barangay: z.string(),
  sitio: z.string(),
  /** As the member declares it. */
  hectares: z.number(),
  /** The crop, with its variety if that is known. */
  crop: z.string(),
  plantedOn: shape.localDay.nullable(),
  /** How a machine gets there, such as which gate or dike. */
  access: z.string(),
})
export type FieldRow = z.infer<typeof fieldRow>
/** What the history says of a field. */
export type FieldInHistory = WithoutIds<FieldRow>

const fieldFields = {
  name: shape.requiredLine(FIELD_LENGTHS.name),
  barangay: shape.line(FIELD_LENGTHS.barangay),
  sitio: shape.line(FIELD_LENGTHS.sitio),
  hectares: z.number().min(HECTARES.min).max(HECTARES.max).multipleOf(HECTARES.min),
  crop: shape.line(FIELD_LENGTHS.crop).optional(),
  plantedOn: shape.localDay.nullable().optional(),
  access: shape.paragraph(FIELD_LENGTHS.access).optional(),
}
const fieldOutcome = shape.outcomeOf('field', fieldRow)

/** The fields (lots) of members (D11). */
export const fields = {
  /** A member's fields, by name. */
  list: question('see-office', 'field', 'member')
    .input(z.strictObject({ memberId: shape.id }))
    .output(z.array(fieldRow)),
  add: command('keep-members')
    .input(z.strictObject({ ...shape.command, memberId: shape.id, ...fieldFields }))
    .output(fieldOutcome),
  /** What is left out stays as it is. */
  change: command('keep-members')
    .input(z.strictObject({ ...shape.command, fieldId: shape.id, ...shape.onVersion, ...fieldFields }))
    .output(fieldOutcome),
}
