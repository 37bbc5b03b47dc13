import overdue from '@tabler/icons/filled/alert-triangle.svg'
import inUse from '@tabler/icons/filled/player-play.svg'
import approved from '@tabler/icons/outline/check.svg'
import completed from '@tabler/icons/outline/circle-check.svg'
import ended from '@tabler/icons/outline/circle-x.svg'
import pending from '@tabler/icons/outline/hourglass.svg'
import batch from '@tabler/icons/outline/packages.svg'
import maintenance from '@tabler/icons/outline/tool.svg'
import held from '@tabler/icons/outline/user-edit.svg'
import session from '@tabler/icons/outline/users-group.svg'
import type { Look } from '../parts/status/looks.ts'

const ICONS: { readonly [L in Look]: string } = {
  pending,
  approved,
  'in-use': inUse,
  completed,
  ended,
  overdue,
  held,
  maintenance,
  session,
  batch,
  good: approved,
}

/**
 * The icon of each look (`LOOK_ICONS`) as a property of the style sheet, which draws it without an element of its own:
 * the board shows hundreds at once.
 */
export const LOOK_MARKS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ICONS).map(([look, url]) => [`--mark-${look}`, `url("${url}")`]),
)
