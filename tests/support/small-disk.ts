import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemCode } from '#shell/start/cannot-start'
import { afterTheTests } from './temporary-file.ts'

export type SmallDisk = {
  folder: string
  /** Leaves not a byte free. */
  fill(): void
  /** Takes back what `fill` took. */
  free(): void
  mount(how: 'ro' | 'rw'): void
}

/** A real disk of this size, in memory; or why there can be none: only root may mount one. */
export function smallDisk(size: `${number}k`): SmallDisk | { why: string } {
  const folder = mkdtempSync(join(tmpdir(), 'araro-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    rmSync(folder, { recursive: true })
    return { why: 'no small disk can be mounted here: that needs Linux and the rights of root' }
  }
  afterTheTests(() => {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true })
  })
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => fillUp(filler),
    free: () => rmSync(filler),
    mount: how => void execFileSync('mount', ['-o', `remount,${how}`, folder]),
  }
}

function fillUp(filler: string): void {
  const file = openSync(filler, 'a')
  try {
    for (;;) writeSync(file, Buffer.alloc(4096))
  } catch (error) {
    if (systemCode(error) !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
}
