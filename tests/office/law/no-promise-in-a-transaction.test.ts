import { expectTypeOf, test } from 'vitest'
import type { OfficeFile, WriteTx } from '#db/file'
import { inSavepoint, reading, writing } from '#db/transaction'
import type { Handler } from '#office/law/command'
import type { QueueOptions, WriteQueue } from '#office/law/write-queue'

// This test fails in the type check (`npm run typecheck`): an expected error that is missing is itself an error.

test('work in a transaction returns no promise, so nothing runs between its checks and its writes', () => {
  type Given = { file: OfficeFile; tx: WriteTx; queue: WriteQueue }
  const doesNotCompile = ({ file, tx, queue }: Given) => {
    // @ts-expect-error
    queue.write(async () => 1)
    // @ts-expect-error
    queue.write(async () => {})
    // @ts-expect-error
    queue.write(() => Promise.resolve({ ok: true }))
    // @ts-expect-error
    queue.write(() => (file.path ? Promise.resolve(1) : 1))
    // @ts-expect-error
    writing(file, async () => 1)
    // @ts-expect-error
    reading(file.db, async () => 1)
    inSavepoint(
      tx,
      // @ts-expect-error
      async () => 1,
      () => true,
    )
  }
  expectTypeOf(doesNotCompile).returns.toBeVoid()
  expectTypeOf<() => Promise<undefined>>().not.toExtend<QueueOptions['before']>()
  expectTypeOf<() => Promise<{ ok: true }>>().not.toExtend<Handler<object>>()
  expectTypeOf<() => { ok: true }>().toExtend<Handler<object>>()
})
