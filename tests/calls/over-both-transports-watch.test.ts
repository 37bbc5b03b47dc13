import { describe, expect, test } from 'vitest'
import { smallOfficeForTheTests } from '#tests/support/small-office'
import { transports } from '#tests/support/transports'

describe.each(transports)('over $name', ({ open }) => {
  const small = smallOfficeForTheTests(open)

  describe('changes.watch', () => {
    test('tells one window what another did, from the number on that it asked for', async () => {
      const { seq: before } = await small.manager.office.changes.head({})
      const stream = await small.manager.live.changes.watch({ sinceSeq: before })
      const asked = small.request()
      await small.clerk.office.bookings.request(asked)
      const first = await stream.next()
      expect(first.value).toMatchObject({ seq: before + 1 })
      await stream.return?.()

      const later = await small.clerk.live.changes.watch({ sinceSeq: before })
      const caughtUp = []
      for await (const change of later) {
        caughtUp.push(change)
        if (change.id === asked.commandId) break
      }
      expect(caughtUp[0]).toEqual(first.value)
      expect(caughtUp.map(each => each.seq)).toEqual(caughtUp.map((_, index) => before + 1 + index))
    })

    test('ends when the window signs out', async () => {
      const window = await small.openAs('Clerk')
      const { seq } = await window.office.changes.head({})
      const stream = await window.live.changes.watch({ sinceSeq: seq })
      const end = stream.next()
      await window.office.auth.signOut({})
      expect((await end).done).toBe(true)
      await window.close()
    })

    test('is for who is signed in', async () => {
      const window = await small.openWindow()
      await expect(window.live.changes.watch({ sinceSeq: 0 })).rejects.toMatchObject({ status: 401 })
      await window.close()
    })

    test('a window that goes away leaves the others as they were', async () => {
      const { seq } = await small.manager.office.changes.head({})
      const gone = await small.openAs('Clerk')
      await gone.live.changes.watch({ sinceSeq: seq })
      await gone.close()
      const stays = await small.manager.live.changes.watch({ sinceSeq: seq })
      await small.clerk.office.bookings.request(small.request())
      expect((await stays.next()).done).toBe(false)
      await stays.return?.()
    })
  })
})
