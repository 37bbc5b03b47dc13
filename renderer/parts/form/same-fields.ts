/**
 * The fields that a form holds as their record has them; as `fresh` says where the record says nothing, and for a new
 * one. Nothing else of the record comes along, so that what is kept, compared and sent are the form's own fields.
 */
export function sameFields<Typed extends object>(
  fresh: Typed,
  record: { readonly [Field in keyof Typed]: Typed[Field] | null } | null,
): Typed {
  const fields = Object.keys(fresh) as (keyof Typed)[]
  const held = fields.map(field => [field, record?.[field] ?? fresh[field]])
  return Object.fromEntries(held) as Typed
}
