import { permissionsOf } from '#booking/users/roles'
import { readUnread } from '#db/read/notices'
import { insertChange } from '#db/write/history'
import { markRead } from '#db/write/notices'
import { call, userOf } from '../law/answering.ts'
import { noticesFor } from './questions.ts'

export const noticeCalls = [
  call('notices.list', asking => noticesFor(asking, userOf(asking))),
  call('notices.read', async (asking, { noticeIds }) => {
    const { id, role } = userOf(asking)
    await asking.office.queue.write(tx => {
      const nowMs = asking.office.clock.nowMs()
      markRead(tx, id, noticeIds ?? readUnread(tx, id, permissionsOf(role), nowMs))
      insertChange(tx, 'notice', id, 1)
    })
    return { ok: true }
  }),
] as const
