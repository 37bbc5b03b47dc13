import { expectTypeOf, test } from 'vitest'
import type { OfficeFile, WriteTx } from '#db/file'
import { inSavepoint, reading, writing } from '#db/transaction'
import type { Handler } from '#office/law/command'
import type { QueueOptions, WriteQueue } from '#office/law/write-queue'

// The type check is what fails here (`npm run typecheck`): an error that is expected and does not come is one.

test('work in a transaction gives back no promise: nobody comes in between the look and the leap', () => {
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
