/**
 * The fields that a form has in the same way as its record. Those of `fresh` are used for a new record, and for a field
 * that is null in the record. No other fields are copied, so only the form's own are kept, compared and sent.
 */
export function sameFields<Typed extends object>(
  fresh: Typed,
  record: { readonly [Field in keyof Typed]: Typed[Field] | null } | null,
): Typed {
  const fields = Object.keys(fresh) as (keyof Typed)[]
  const held = fields.map(field => [field, record?.[field] ?? fresh[field]])
  return Object.fromEntries(held) as Typed
}
