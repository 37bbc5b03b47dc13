import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll } from 'vitest'
import type { OfficeFile } from '#db/file'
import { openOfficeFile } from '#db/opening/open-database'

const toEnd: (() => void)[] = []
afterAll(() => {
  for (const end of toEnd.splice(0).reverse()) end()
})

/** Runs `end` after the tests of this file, in reverse order of registration. */
export function afterTheTests(end: () => void): void {
  toEnd.push(end)
}

/** A folder that is removed after the tests of this file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'araro-test-'))
  toEnd.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

let template: string | undefined

/** Path of a new office file, fully migrated and closed. */
export function temporaryPath(): string {
  if (!template) {
    template = join(temporaryFolder(), 'template.db')
    openOfficeFile(template, { copiesFolder: temporaryFolder(), nowMs: 0 }).sqlite.close()
  }
  const path = join(temporaryFolder(), 'office.db')
  copyFileSync(template, path)
  return path
}

export function openTemporary(path = temporaryPath()): OfficeFile {
  const file = openOfficeFile(path, { copiesFolder: join(path, '..', 'copies'), nowMs: 0 })
  toEnd.push(() => void file.sqlite.close())
  return file
}

/** Opens a connection as another program would: with SQLite's default settings, none of Araro's. */
export function rawConnection(path: string): Database.Database {
  const sqlite = new Database(path)
  sqlite.pragma('foreign_keys = OFF')
  toEnd.push(() => void sqlite.close())
  return sqlite
}
