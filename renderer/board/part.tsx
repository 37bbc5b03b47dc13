import type { HTMLAttributes, Ref } from 'react'

type PartProps = HTMLAttributes<HTMLDivElement> & {
  as: 'grid' | 'row' | 'rowheader' | 'columnheader' | 'gridcell'
  ref?: Ref<HTMLDivElement>
}

/** A part of a grid of which only what is in view is drawn. A table's own elements cannot be drawn in part. */
export function Part({ as: role, ...rest }: PartProps) {
  return <div role={role} {...rest} />
}
