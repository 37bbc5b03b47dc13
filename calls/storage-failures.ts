/**
 * Why the office's file cannot be written. A call's error carries it as status 507 with `data: { storage }`. Nothing
 * of such a call was saved.
 */
export const STORAGE_FAILURES = ['full', 'read-only', 'damaged', 'failing'] as const
export type StorageFailure = (typeof STORAGE_FAILURES)[number]
