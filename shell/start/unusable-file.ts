import { statSync } from 'node:fs'
import { CannotStart, systemCode } from './cannot-start.ts'

// Sentences for the small files that Araro keeps beside the office's file.

export function cannotWrite(path: string, error: unknown): CannotStart {
  return new CannotStart(whyNotWritten(path, systemCode(error)), { cause: error })
}

export function cannotRead(path: string, error: unknown): CannotStart {
  return new CannotStart(whyNotRead(path, systemCode(error)), { cause: error })
}

/** What the operating system says of a disk without room, or of a user's share of it that is used up. */
export function isFull(code: string): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')
}

function whyNotWritten(path: string, code: string): string {
  if (isFolder(path)) return folderInPlaceOf(path)
  if (isFull(code))
    return `The disk that holds ${path} is full; nothing was lost. Free some space and start again.`
  if (code === 'EROFS')
    return `${path} cannot be written: its disk is read-only. Choose a data folder on another disk with --data.`
  if (code === 'EACCES' || code === 'EPERM')
    return `Araro may not write ${path}. Make it and its folder writable for you, or choose another data folder with --data.`
  return `${path} cannot be written (${code || 'unknown reason'}). Check the disk, or choose another data folder with --data.`
}

function whyNotRead(path: string, code: string): string {
  if (isFolder(path)) return folderInPlaceOf(path)
  if (code === 'EACCES' || code === 'EPERM')
    return `Araro may not read ${path}. Make it readable for you, or choose another data folder with --data.`
  return `${path} cannot be read (${code || 'unknown reason'}). Move it away and start again; Araro makes a new one.`
}

function folderInPlaceOf(path: string): string {
  return `${path} is a folder, but Araro keeps a file of that name. Move the folder away and start again.`
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
