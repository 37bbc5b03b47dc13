import { create } from 'zustand'

const KEPT_UNDER = 'araro.machine'

/** The machine last chosen on this computer. The calendar and the form share it. */
export const useChosenMachine = create<{ machineId: string | null }>(() => ({
  machineId: localStorage.getItem(KEPT_UNDER),
}))

export function chooseMachine(machineId: string): void {
  localStorage.setItem(KEPT_UNDER, machineId)
  useChosenMachine.setState({ machineId })
}
