import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dice } from './seeded.ts'
import { temporaryFolder } from './temporary-file.ts'

// What a power cut leaves on the disk: what was synced, and of what was written since then any part, in any order, and torn
// at any sector.

const SHIM = fileURLToPath(new URL('./write-journal.c', import.meta.url))
const SECTOR = 512

export type Journal = { readonly path: string; readonly env: { [name: string]: string } }

/** Lets a child process write down its writes to these files; or says why that cannot be done here. */
export function writeJournal(of: string): Journal | { why: string } {
  const folder = temporaryFolder()
  const library = join(folder, 'write-journal.so')
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, SHIM, '-ldl'], { stdio: 'pipe' })
  } catch {
    return { why: 'writes can be written down only on Linux with a C compiler' }
  }
  const path = join(folder, 'journal')
  return { path, env: { LD_PRELOAD: library, ARARO_JOURNAL: path, ARARO_JOURNAL_OF: of } }
}

/** `printed`: a line of output; what it acknowledges must not be lost after it. */
export type Event =
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'printed'; readonly text: string }

export function readJournal({ path }: Journal): Event[] {
  const all = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  const events: Event[] = []
  let at = 0
  while (at + 5 <= all.length) {
    const what = String.fromCharCode(all[at] ?? 0)
    const pathLength = all.readInt32LE(at + 1)
    const file = all.toString('utf8', at + 5, at + 5 + pathLength)
    at += 5 + pathLength
    const offset = Number(all.readBigInt64LE(at))
    const length = Number(all.readBigInt64LE(at + 8))
    at += 16
    const bytes = what === 'W' || what === 'P' ? all.subarray(at, at + length) : Buffer.alloc(0)
    at += bytes.length
    if (what === 'W') events.push({ kind: 'write', path: file, offset, bytes })
    else if (what === 'T') events.push({ kind: 'truncate', path: file, size: offset })
    else if (what === 'S') events.push({ kind: 'sync', path: file })
    else events.push({ kind: 'printed', text: bytes.toString() })
  }
  return events
}

type Write = Extract<Event, { kind: 'write' | 'truncate' }>

/** A file as the disk has it: what is sure, and the writes that are not synced yet. */
type OnDisk = { sure: Buffer; since: Write[] }

/** Goes through a journal, so that the power can be cut after any event. */
export class Disk {
  private readonly files = new Map<string, OnDisk>()

  constructor(before: ReadonlyMap<string, Buffer>) {
    for (const [path, sure] of before) this.files.set(path, { sure, since: [] })
  }

  take(event: Event): void {
    if (event.kind === 'printed') return
    const file = this.files.get(event.path) ?? { sure: Buffer.alloc(0), since: [] }
    this.files.set(event.path, file)
    if (event.kind !== 'sync') file.since.push(event)
    else this.files.set(event.path, { sure: file.since.reduce(applied, file.sure), since: [] })
  }

  /** What is there after the power comes back. */
  cut(roll: Dice): Map<string, Buffer> {
    // All that was written arrived, or nothing more, or anything between.
    const how = roll.number(4)
    return new Map(
      [...this.files].map(([path, { sure, since }]) => {
        if (how === 0) return [path, since.reduce(applied, sure)]
        if (how === 1) return [path, sure]
        const some = since.filter(() => !roll.chance(how === 2 ? 2 : 8)).flatMap(write => torn(write, roll))
        return [path, some.reduce(applied, sure)]
      }),
    )
  }
}

function applied(bytes: Buffer, write: Write): Buffer {
  if (write.kind === 'truncate') {
    const to = Buffer.alloc(write.size)
    bytes.copy(to)
    return to
  }
  const to = Buffer.alloc(Math.max(bytes.length, write.offset + write.bytes.length))
  bytes.copy(to)
  write.bytes.copy(to, write.offset)
  return to
}

/** The sectors of a write that arrived. */
function torn(write: Write, roll: Dice): Write[] {
  if (write.kind === 'truncate' || !roll.chance(3)) return [write]
  const { path, offset, bytes } = write
  const sectors: Write[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(bytes.length, (Math.floor((offset + at) / SECTOR) + 1) * SECTOR - offset)
    if (!roll.chance(2))
      sectors.push({ kind: 'write', path, offset: offset + at, bytes: bytes.subarray(at, end) })
    at = end
  }
  return sectors
}
