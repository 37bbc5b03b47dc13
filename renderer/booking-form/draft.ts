import { uuidv7 } from 'uuidv7'
import { type FormFields, NO_FIELDS } from './form-fields.ts'

/** An open form as it stands, kept on this computer in case its window closes or the service dies under it. */
export type Draft = { fields: FormFields; formId: string; savedMs: number }

const DRAFTS = 'araro.draft.'
const WINDOW_ID = 'araro.window'

/** Survives a reload of the window, and ends with it. */
const windowId = keptWindowId()

function keptWindowId(): string {
  const kept = sessionStorage.getItem(WINDOW_ID) ?? uuidv7()
  sessionStorage.setItem(WINDOW_ID, kept)
  // Held for as long as the window lives, so that others can tell a draft in use from one left behind.
  void navigator.locks?.request(lockOf(kept), () => new Promise(() => undefined))
  return kept
}

function lockOf(id: string): string {
  return `araro.window.${id}`
}

function keyOf(userId: string, ofWindow: string): string {
  return `${DRAFTS}${userId}.${ofWindow}`
}

export function keepDraft(userId: string, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(userId, windowId), JSON.stringify(draft))
  } catch {
    // A full storage must not stop anybody from booking.
  }
}

export function dropDraft(userId: string): void {
  localStorage.removeItem(keyOf(userId, windowId))
}

/** This window's own draft after a reload, else the newest that a closed window of the same person left behind. */
export async function takeUpDraft(userId: string): Promise<Draft | null> {
  const own = readDraft(keyOf(userId, windowId))
  if (own) return own
  const alive = await windowsAlive()
  const left = Object.keys(localStorage)
    .filter(key => key.startsWith(keyOf(userId, '')) && !alive.has(key.slice(keyOf(userId, '').length)))
    .map(key => ({ key, draft: readDraft(key) }))
  for (const { key } of left) localStorage.removeItem(key)
  const newest = left.flatMap(({ draft }) => draft ?? []).sort((a, b) => b.savedMs - a.savedMs)[0]
  if (newest) keepDraft(userId, newest)
  return newest ?? null
}

async function windowsAlive(): Promise<Set<string>> {
  const locks = await navigator.locks?.query()
  const names = (locks?.held ?? []).map(lock => lock.name ?? '')
  return new Set(names.map(name => name.slice(lockOf('').length)))
}

function readDraft(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Draft> | null
    if (!draft?.fields || typeof draft.formId !== 'string') return null
    return { fields: { ...NO_FIELDS, ...draft.fields }, formId: draft.formId, savedMs: draft.savedMs ?? 0 }
  } catch {
    return null
  }
}
