import { noticeKindsOf } from '#booking/notices/kinds'
import { permissionsOf } from '#booking/users/roles'
import { readNoticeChoices, readUnread } from '#db/read/notices'
import { insertChange } from '#db/write/history'
import { chooseNotices, markRead } from '#db/write/notices'
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
  call('notices.choices', asking => {
    const { id, role } = userOf(asking)
    const chosen = readNoticeChoices(asking.office.file.db, id)
    const choices = noticeKindsOf(role).map(kind => {
      const { bell, desktop } = chosen.find(one => one.kind === kind) ?? { bell: true, desktop: true }
      return { kind, bell, desktop }
    })
    return { choices }
  }),
  call('notices.choose', async (asking, choice) => {
    const { id } = userOf(asking)
    await asking.office.queue.write(tx => {
      chooseNotices(tx, id, choice)
      insertChange(tx, 'notice', id, 1)
    })
    return { ok: true }
  }),
] as const
