import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { CannotOpen } from '#db/opening/cannot-open'
import { openOfficeFile } from '#db/opening/open-database'
import { writing } from '#db/transaction'
import { appendHistory } from '#db/write/history'
import { temporaryFolder } from '#tests/support/temporary-file'

/** The error that opening the copy with the log ends in; '' for none. */
const disturbed = vi.hoisted(() => ({ by: '' }))

vi.mock('better-sqlite3', async importOriginal => {
  const { default: Real } = await importOriginal<{ default: typeof Database }>()
  const Disturbed = new Proxy(Real, {
    construct(target, args, newTarget) {
      if (disturbed.by && String(args[0]).endsWith('together.db')) {
        throw Object.assign(new Error(disturbed.by), { code: disturbed.by })
      }
      return Reflect.construct(target, args, newTarget)
    },
  })
  return { default: Disturbed }
})

function open(path: string) {
  const copiesFolder = join(dirname(path), 'copies')
  return openOfficeFile(path, { copiesFolder, nowMs: Date.UTC(2026, 10, 24), lookFirst: () => undefined })
}

test.each(['SQLITE_CANTOPEN', 'SQLITE_BUSY', 'SQLITE_FULL', 'SQLITE_IOERR_SHMOPEN', 'SQLITE_NOMEM'])(
  'a start that %s disturbs is refused and leaves file and log as they are: the next one has what was acknowledged',
  code => {
    const path = join(temporaryFolder(), 'office.db')
    const file = open(path)
    file.sqlite.pragma('wal_checkpoint(TRUNCATE)')
    const row = { userId: null, userName: 'system', commandId: null, action: 'members.add', entity: 'member' }
    const line = { ...row, atMs: 1, entityId: 'x', title: 'only in the log', before: null, after: {} }
    writing(file, tx => appendHistory(tx, line))
    const image = ['', '-wal'].map(ending => [path + ending, readFileSync(path + ending)] as const)
    file.sqlite.close()
    for (const [name, bytes] of image) writeFileSync(name, bytes)

    disturbed.by = code
    expect(() => open(path)).toThrow(CannotOpen)
    disturbed.by = ''
    for (const [name, bytes] of image) expect(readFileSync(name).equals(bytes), name).toBe(true)
    expect(existsSync(`${path}.looked-at`)).toBe(false)
    const again = open(path)
    expect(again.sqlite.prepare('SELECT title FROM history').pluck().all()).toEqual(['only in the log'])
    again.sqlite.close()
  },
)
