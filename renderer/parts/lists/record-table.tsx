import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import './record-table.css'

type RecordTableProps = {
  /** What the rows are, for those who do not see the screen's title. */
  caption: string
  /** One a column; an empty head stands over the buttons. */
  heads: readonly string[]
  children: ReactNode
}

/** Rows of records. Where there is little room each row becomes a card, its cells named by their heads. */
export function RecordTable({ caption, heads, children }: RecordTableProps) {
  return (
    <div className="araro-records">
      <table>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {heads.map((head, column) =>
              head ? (
                <th key={head} scope="col">
                  {head}
                </th>
              ) : (
                <td key={`column-${column}`} />
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

/** Says what the rows below it have in common. */
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
  /** Its head, where rows are cards. Without one it stands there alone. */
  label?: string
  /** A sentence may take all the room there is; what is fixed, such as a time, is not broken; a long name gives way. */
  shape?: 'sentence' | 'fixed' | 'name'
  children?: ReactNode
}

export function Cell({ label, shape, children }: CellProps) {
  const empty = children === '' || children === null || children === undefined
  return (
    <td data-label={label} data-shape={shape} data-empty={empty || undefined}>
      <div>{children}</div>
    </td>
  )
}

/** Particulars of one thing: a name and what it is. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="araro-facts">{children}</dl>
}

/** Left out where there is nothing to say. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (children === '' || children === null || children === undefined || children === false) return null
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
