import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BOOKER = fileURLToPath(new URL('./book-and-end.ts', import.meta.url))
const SHIM = fileURLToPath(new URL('./count-syncs.c', import.meta.url))
const FILE_CALLS = 'fsync,fdatasync,?access,?faccessat,?faccessat2'

/** How the syncs of another process can be counted here. */
export type Counter = { how: string; run(words: string[]): string }

/** Looks for a way that works: strace, or a small library around the C library's syncs. */
export function findCounter(folder: string): Counter | undefined {
  const log = join(folder, 'syncs.txt')
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', BOOKER]
  const counters: (() => Counter)[] = [
    () => ({
      how: 'strace',
      run(words) {
        rmSync(log, { force: true })
        execFileSync('strace', [
          '-f',
          '--seccomp-bpf',
          '-qq',
          '-e',
          `trace=${FILE_CALLS}`,
          '-o',
          log,
          ...node,
          ...words,
        ])
        return readFileSync(log, 'utf8')
      },
    }),
    () => {
      const library = join(folder, 'count-syncs.so')
      execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, SHIM, '-ldl'])
      return {
        how: 'LD_PRELOAD',
        run(words) {
          rmSync(log, { force: true })
          const env = { ...process.env, LD_PRELOAD: library, ARARO_SYNC_LOG: log }
          execFileSync(node[0] ?? '', [...node.slice(1), ...words], { env })
          return readFileSync(log, 'utf8')
        },
      }
    },
  ]
  for (const make of counters) {
    try {
      const counter = make()
      if (syncsIn(counter.run([join(folder, 'none.db'), '1', '1', 'none'])) > 0) return counter
    } catch {
      // Not here, or not allowed: the next one.
    }
  }
  return undefined
}

export const MARK = '/araro-bench-mark'

/** Makes a call that the counter sees, between what is counted and what is not. */
export function mark(): void {
  existsSync(MARK)
}

/** The syncs between the first mark and the last. */
export function syncsIn(log: string): number {
  const lines = log.split('\n')
  const isMark = (line: string) => line.includes(MARK)
  const counted = lines.slice(lines.findIndex(isMark), lines.findLastIndex(isMark))
  return counted.filter(line => /\bf(data)?sync\(/.test(line)).length
}
