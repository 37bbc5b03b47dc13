import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormat } from '../words/format.ts'

type PartProps = {
  /** The counter that leads here. */
  name: string
  title: string
  count?: number
  /** Left out of the day sheet. */
  screenOnly?: boolean
  /** What stands at the right of the title. */
  beside?: ReactNode
  children: ReactNode
}

/** One list of the screen, under its heading. */
export function Part({ name, title, count, screenOnly = false, beside, children }: PartProps) {
  const format = useFormat()
  return (
    <section
      className="araro-today-part"
      aria-labelledby={headingOf(name)}
      data-screen-only={screenOnly || undefined}
    >
      <div className="araro-today-part-head">
        <Title order={2} id={headingOf(name)} tabIndex={-1}>
          {title}
          {count === undefined ? null : <span className="araro-today-count"> {format.number(count)}</span>}
        </Title>
        {beside}
      </div>
      {children}
    </section>
  )
}

function headingOf(name: string): string {
  return `today-${name}`
}

export function goToPart(name: string): void {
  const heading = document.getElementById(headingOf(name))
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
