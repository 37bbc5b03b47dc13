/**
 * Why the office's file cannot be written, as a call's error says it: status 507, `data: { storage }`. Nothing of such
 * a call was saved.
 */
export const STORAGE_FAILURES = ['full', 'read-only', 'damaged', 'failing'] as const
export type StorageFailure = (typeof STORAGE_FAILURES)[number]
