import { uuidv7 } from 'uuidv7'
import { type FormFields, NO_FIELDS } from './form-fields.ts'

/** An open form, kept on this PC in case its window closes or the service stops. */
export type Draft = {
  fields: FormFields
  formId: string
  savedMs: number
  /** The booking that the form moves. */
  bookingId?: string | undefined
}

const DRAFTS = 'araro.draft.'
const WINDOW_ID = 'araro.window'

/** Survives a reload, and is gone when the window is closed. */
const windowId = keptWindowId()

function keptWindowId(): string {
  const kept = sessionStorage.getItem(WINDOW_ID) ?? uuidv7()
  sessionStorage.setItem(WINDOW_ID, kept)
  // Locked as long as the window is open, so that other windows can tell a draft in use from an abandoned one.
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
    // Full storage must not prevent a booking.
  }
}

export function dropDraft(userId: string): void {
  localStorage.removeItem(keyOf(userId, windowId))
}

/** What opens the form with a draft. */
export function startOf(draft: Draft): { draft: Draft; bookingId?: string } {
  return { draft, ...(draft.bookingId ? { bookingId: draft.bookingId } : {}) }
}

/** This window's own draft after a reload; otherwise the newest draft from a closed window of the same user. */
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
    const { formId, savedMs = 0, bookingId } = draft
    return { fields: { ...NO_FIELDS, ...draft.fields }, formId, savedMs, ...(bookingId ? { bookingId } : {}) }
  } catch {
    return null
  }
}
