import { create } from 'zustand'

const KEPT_UNDER = 'araro.keys'

/**
 * Whether keys without Ctrl or Alt are commands, on this computer. They can be switched off for people who speak to their
 * computer, because such programs type letters (WCAG 2.1.4).
 */
export const useKeySetting = create<{ on: boolean }>(() => ({
  on: localStorage.getItem(KEPT_UNDER) !== 'off',
}))

export function keysWork(): boolean {
  return useKeySetting.getState().on
}

export function letKeysWork(on: boolean): void {
  localStorage.setItem(KEPT_UNDER, on ? 'on' : 'off')
  useKeySetting.setState({ on })
}
