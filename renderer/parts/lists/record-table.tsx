import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import './record-table.css'

/**
 * Which columns leave where there is little room, such as beside the booking form: those that leave `first`, and then
 * those that leave `next`. What stays is not squeezed until its words break. Cards show everything.
 */
type Leaves = 'first' | 'next'

type RecordTableProps = {
  /** What the rows are, for screen readers. */
  caption: string
  /** One for each column; empty above the buttons. A column that leaves says so here and in its cells. */
  heads: readonly (string | { head: string; leaves: Leaves })[]
  children: ReactNode
}

/** A table of records. On narrow screens each row becomes a card, in which every cell shows its column's head. */
export function RecordTable({ caption, heads, children }: RecordTableProps) {
  return (
    <div className="araro-records">
      <table>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {heads.map((one, column) => {
              const { head, leaves } = typeof one === 'string' ? { head: one, leaves: undefined } : one
              return head ? (
                <th key={head} scope="col" data-leaves={leaves}>
                  {head}
                </th>
              ) : (
                <td key={`column-${column}`} />
              )
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

/** The heading of a group of rows. */
export function GroupRow({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr>
      <th className="araro-group" colSpan={columns} scope="rowgroup">
        {children}
      </th>
    </tr>
  )
}

type CellProps = {
  /** The column's head, shown when rows are cards. If not given, the cell is shown without one. */
  label?: string
  /** A sentence may take all free space. A fixed text, such as a time, is not broken. A long name is shortened. */
  shape?: 'sentence' | 'fixed' | 'name'
  leaves?: Leaves
  children?: ReactNode
}

export function Cell({ label, shape, leaves, children }: CellProps) {
  const empty = children === '' || children === null || children === undefined
  return (
    <td data-label={label} data-shape={shape} data-leaves={leaves} data-empty={empty || undefined}>
      <div>{children}</div>
    </td>
  )
}

/** The details of one record: labels with their values. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="araro-facts">{children}</dl>
}

/** A detail without a value is not shown. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (children === '' || children === null || children === undefined || children === false) return null
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
