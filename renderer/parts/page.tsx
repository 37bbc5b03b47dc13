import { Box, Group, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useOfficeState } from '../service/use-office.ts'
import { OFFERED } from './buttons/offered.ts'
import { PaperHead } from './paper/paper-head.tsx'

type PageProps = {
  title: string
  actions?: ReactNode
  /** The actions take all of the title's line that is left. */
  wholeLine?: boolean
  children: ReactNode
}

/** The frame of every screen: its only h1, which gets the focus when the screen is opened, and the window's title. On paper,
 * what stands at the head of all papers comes first. */
export function Page({ title, actions, wholeLine = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const officeName = useOfficeState().data?.officeName
  useEffect(() => {
    document.title = officeName ? `${title} · ${officeName} · Araro` : `${title} · Araro`
  }, [title, officeName])
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <Box p={{ base: 'sm', sm: 'md' }} className="araro-page">
      <PaperHead />
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={1} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
          {title}
        </Title>
        {actions ? (
          <Group gap="xs" className={wholeLine ? 'araro-whole-line' : undefined} {...OFFERED}>
            {actions}
          </Group>
        ) : null}
      </Group>
      {children}
    </Box>
  )
}
