import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import type { RecordEntity } from '#booking/entities'
import { hrefOfRecord, mayOpen, usePlace } from '../../navigation.ts'
import { useUser } from '../../service/sign-in.ts'

type RecordLinkProps = {
  entity: RecordEntity
  id: string
  /** What else happens, such as closing the question that names the record. */
  onOpen?: (() => void) | undefined
  children: ReactNode
}

/** Leads to a record, wherever its kind is opened; plain text for whoever is not shown that screen. */
export function RecordLink({ entity, id, onOpen, children }: RecordLinkProps) {
  const place = usePlace()
  const { role } = useUser()
  if (!mayOpen(entity, role)) return children
  return (
    <Anchor size="sm" href={hrefOfRecord(entity, id, place)} onClick={onOpen}>
      {children}
    </Anchor>
  )
}
