import { create } from 'zustand'
import type { PickedMember } from './parts/fields/member-picker.tsx'

/** What the form of the waiting list begins with. */
export type WaitingStart = { member?: PickedMember; machineId?: string }

type Open = { start: WaitingStart; keptAs: string }

/** The form that puts a member on the waiting list, over whatever screen is shown; null while it is closed. */
export const useWaitingForm = create<{ open: Open | null }>(() => ({ open: null }))

/** Opens the form. What was typed is kept for each member and each machine that it began with. */
export function openWaitingForm(start: WaitingStart = {}): void {
  openAs(`waiting.${start.member?.id ?? start.machineId ?? 'new'}`, start)
}

/** Opens the form again under which something was typed. */
export function openAs(keptAs: string, start: WaitingStart = {}): void {
  useWaitingForm.setState({ open: { start, keptAs } })
}

export function closeWaitingForm(): void {
  useWaitingForm.setState({ open: null })
}
