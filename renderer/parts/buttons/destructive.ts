/**
 * How a button looks that takes something away, such as Reject or Retire: outlined in red, and last in its row. The
 * button that confirms it in a question is filled.
 */
export const DESTRUCTIVE = { variant: 'default', className: 'araro-destructive' } as const
