import { troubleOf } from '#db/opening/cannot-open'
import { keepCopy } from '#db/opening/copies'
import { hasItsGuard } from '#db/opening/open-database'
import type { Office } from '../office.ts'

/**
 * Keeps a copy if the file was changed since it was opened. A missing copy does not keep the program open, because
 * the office itself is safe in its file.
 *
 * @returns a sentence for people if there should be a copy and is none
 */
export function keepCopyOnQuit({ file, clock, log }: Office, folder: string): string | null {
  const { sqlite, path } = file
  try {
    const changed = sqlite.prepare('SELECT total_changes()').pluck().get() !== 0
    // A copy without its guard must not push out a good one.
    if (!hasItsGuard(sqlite)) log.error('the guard was changed: no copy is kept')
    else if (changed) keepCopy(sqlite, { folder, nowMs: clock.nowMs(), why: 'on-quit' })
    return null
  } catch (error) {
    const why = reasonOf(error)
    if (!why) log.error({ err: error }, 'no copy could be kept on quit')
    return (
      `No copy was kept in ${folder}: ${why ?? 'the log says why'}. Everything that was saved is in ${path}. ` +
      'Araro tries again when it quits after the next change.'
    )
  }
}

function reasonOf(error: unknown): string | undefined {
  switch (troubleOf(error)) {
    case 'full':
      return 'the disk is full; free some space'
    case 'read-only':
      return 'you may not write there; make the folder writable for you'
    case 'failing':
      return 'the disk cannot be read or written; check it'
    case 'damaged':
      return 'the file is damaged; keep the copies that are there, and look into the file before you go on'
    default:
      return undefined
  }
}
