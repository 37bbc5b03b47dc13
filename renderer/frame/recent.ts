import { useEffect } from 'react'
import { create } from 'zustand'
import { FOUND } from '#calls/limits'
import { useChosenMachine } from '../calendar/chosen-machine.ts'
import { type ScreenName, usePlace } from '../navigation.ts'
import type { InputOf } from '../service/calls-by-name.ts'
import { OPENED_BY_ACTIONS } from './everywhere.ts'

type Opened = NonNullable<InputOf<'find.anything'>['recent']>[number]
/** What was opened last, and which actions were taken from the search, each by its id; the latest first. */
type Recent = { readonly opened: readonly Opened[]; readonly taken: readonly string[] }

const NONE: Recent = { opened: [], taken: [] }
const keptUnder = (userId: string) => `araro.recent.${userId}`

const useKept = create<{ userId: string } & Recent>(() => ({ userId: '', ...NONE }))

/** What this person had open last, on this computer. */
export function useRecent(userId: string): Recent {
  const kept = useKept()
  return kept.userId === userId ? kept : read(userId)
}

export function rememberAction(userId: string, id: string): void {
  const { opened, taken } = read(userId)
  keep(userId, { opened, taken: [id, ...taken.filter(one => one !== id)] })
}

function rememberOpened(userId: string, one: Opened): void {
  const { opened, taken } = read(userId)
  const others = opened.filter(other => other.kind !== one.kind || other.id !== one.id)
  keep(userId, { opened: [one, ...others], taken })
}

function keep(userId: string, { opened, taken }: Recent): void {
  const some = { opened: opened.slice(0, FOUND.recent), taken: taken.slice(0, FOUND.recent) }
  localStorage.setItem(keptUnder(userId), JSON.stringify(some))
  useKept.setState({ userId, ...some })
}

function read(userId: string): Recent {
  try {
    return { ...NONE, ...(JSON.parse(localStorage.getItem(keptUnder(userId)) ?? '{}') as Partial<Recent>) }
  } catch {
    return NONE
  }
}

const SHOWS: { readonly [S in ScreenName]?: Opened['kind'] } = { machines: 'machine', members: 'member' }

/** Remembers each record that is opened beside a screen, and each machine whose calendar is shown. */
export function useRememberOpened(userId: string): void {
  const { screen, open, bookingId } = usePlace()
  const machineId = useChosenMachine(state => state.machineId)
  useEffect(() => {
    if (bookingId) rememberOpened(userId, { kind: 'booking', id: bookingId })
  }, [userId, bookingId])
  useEffect(() => {
    const kind = SHOWS[screen]
    if (kind && open && !OPENED_BY_ACTIONS.has(open)) rememberOpened(userId, { kind, id: open })
  }, [userId, screen, open])
  useEffect(() => {
    if (machineId && screen === 'calendar') rememberOpened(userId, { kind: 'machine', id: machineId })
  }, [userId, screen, machineId])
}
