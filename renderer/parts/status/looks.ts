import {
  IconAlertTriangleFilled,
  IconCheck,
  IconCircleCheck,
  IconCircleX,
  IconHourglass,
  IconPackages,
  IconPlayerPlayFilled,
  IconTool,
  IconUserEdit,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'

/** How something of a status looks: in badges, in the calendar and in its legend. */
export type Look =
  | 'pending'
  | 'approved'
  | 'in-use'
  | 'completed'
  | 'ended'
  | 'overdue'
  | 'held'
  | 'maintenance'
  | 'session'
  | 'batch'
  | 'good'

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>

/** The icon of each look tells it apart without colour. */
export const LOOK_ICONS: { readonly [L in Look]: Icon } = {
  pending: IconHourglass,
  approved: IconCheck,
  'in-use': IconPlayerPlayFilled,
  completed: IconCircleCheck,
  ended: IconCircleX,
  overdue: IconAlertTriangleFilled,
  held: IconUserEdit,
  maintenance: IconTool,
  session: IconUsersGroup,
  batch: IconPackages,
  good: IconCheck,
}
