import { hash } from 'node:crypto'
import type { CallName } from '#calls/contract'
import { readChangeHead } from '#db/read/history'
import { listMachines, listTypes, readPhoto, readType } from '#db/read/machines'
import { readMember, shownMember } from '#db/read/members'
import { readNotices, readUnread } from '#db/read/notices'
import { readSettings } from '#db/read/settings'
import { insertChange } from '#db/write/history'
import { markRead } from '#db/write/notices'
import { historyPage, refusedPage, verifyHistory } from '../history/questions.ts'
import { type Calls, command, userOf, withCurrent } from '../law/answering.ts'
import type { Asking } from '../law/asking.ts'
import type { Handler } from '../law/command.ts'
import * as member from '../members/commands.ts'
import { readPastedMembers } from '../members/pasted-members.ts'
import { membersPage, memberWithCounts, searchMembers } from '../members/questions.ts'
import { rolesToldTo } from '../notices/tell.ts'
import { whoIs } from '../users/sign-in.ts'
import * as machine from './commands.ts'

/** Machines, members, the history, notices and the change feed. */
export function recordCalls(calls: Calls) {
  return {
    machines: {
      list: calls.machines.list.handler(({ context, input }) =>
        machinesOf(context).filter(one => input.withRetired || one.status !== 'out-of-service'),
      ),
      photo: calls.machines.photo.handler(({ context, input }) => ({
        photo: readPhoto(context.office.file.db, input.machineId),
      })),
      types: calls.machines.types.handler(({ context }) => listTypes(context.office.file.db)),
      add: calls.machines.add.handler(({ context, input }) =>
        command(context, 'machines.add', input, machine.add),
      ),
      change: calls.machines.change.handler(onMachine('machines.change', machine.change)),
      setPhoto: calls.machines.setPhoto.handler(async ({ context, input }) => {
        const { photo, ...named } = input
        // The picture itself is not kept with the command, only which one it was: the machine has it.
        const args = { ...named, photoHash: photo === null ? null : hash('sha256', photo) }
        const answer = await command(context, 'machines.setPhoto', args, (command, kept) =>
          machine.setPhoto(command, { ...kept, photo }),
        )
        return answer.ok ? answer : withCurrent(answer, machineOf(context, input.machineId))
      }),
      retire: calls.machines.retire.handler(onMachine('machines.retire', machine.retire)),
      addType: calls.machines.addType.handler(({ context, input }) =>
        command(context, 'machines.addType', input, machine.addType),
      ),
      changeType: calls.machines.changeType.handler(async ({ context, input }) => {
        const answer = await command(context, 'machines.changeType', input, machine.changeType)
        return answer.ok ? answer : withCurrent(answer, readType(context.office.file.db, input.typeId))
      }),
    },
    members: {
      search: calls.members.search.handler(({ context, input }) =>
        searchMembers(context.office.file.db, input.text, input.limit ?? 20),
      ),
      list: calls.members.list.handler(({ context, input }) => membersPage(context.office.file.db, input)),
      get: calls.members.get.handler(({ context, input }) =>
        memberWithCounts(context.office.file.db, input.memberId),
      ),
      add: calls.members.add.handler(({ context, input }) =>
        command(context, 'members.add', input, member.add),
      ),
      change: calls.members.change.handler(onMember('members.change', member.change)),
      verify: calls.members.verify.handler(onMember('members.verify', member.verify)),
      suspend: calls.members.suspend.handler(onMember('members.suspend', member.suspend)),
      reinstate: calls.members.reinstate.handler(onMember('members.reinstate', member.reinstate)),
      checkMany: calls.members.checkMany.handler(({ context, input }) =>
        readPastedMembers(context.office.file.db, input.text),
      ),
      addMany: calls.members.addMany.handler(({ context, input }) =>
        command(context, 'members.addMany', input, member.addMany),
      ),
    },
    history: {
      list: calls.history.list.handler(({ context, input }) => historyPage(context.office.file.db, input)),
      refused: calls.history.refused.handler(({ context, input }) =>
        refusedPage(context.office.file.db, input.cursor),
      ),
      verify: calls.history.verify.handler(({ context }) => verifyHistory(context.office.file.db)),
    },
    notices: {
      list: calls.notices.list.handler(({ context }) => {
        const user = userOf(context)
        const { notices, unreadIds } = readNotices(context.office.file.db, user.id, rolesToldTo(user))
        return { notices, unread: unreadIds.length }
      }),
      read: calls.notices.read.handler(async ({ context, input }) => {
        const user = userOf(context)
        await context.office.queue.write(tx => {
          markRead(tx, user.id, input.noticeIds ?? readUnread(tx, user.id, rolesToldTo(user)))
          insertChange(tx, 'notice', user.id, 1)
        })
        return { ok: true as const }
      }),
    },
    changes: {
      head: calls.changes.head.handler(({ context }) => ({ seq: readChangeHead(context.office.file.db) })),
      watch: calls.changes.watch.handler(({ context, input, signal }) =>
        context.office.feed.watch(
          input.sinceSeq,
          () => whoIs(context.office, context.token) !== undefined,
          signal,
        ),
      ),
    },
  }
}

function machinesOf({ office }: Asking) {
  return listMachines(
    office.file.db,
    readSettings(office.file.db) ?? office.unsetSettings,
    office.clock.nowMs(),
  )
}

function machineOf(asking: Asking, machineId: string) {
  return machinesOf(asking).find(one => one.id === machineId)
}

function onMachine<Args extends { commandId: string; machineId: string }, Yes>(
  name: CallName,
  handler: Handler<Args, Yes>,
) {
  return async ({ context, input }: { context: Asking; input: Args }) => {
    const answer = await command(context, name, input, handler)
    return answer.ok ? answer : withCurrent(answer, machineOf(context, input.machineId))
  }
}

function onMember<Args extends { commandId: string; memberId: string }, Yes>(
  name: CallName,
  handler: Handler<Args, Yes>,
) {
  return async ({ context, input }: { context: Asking; input: Args }) => {
    const answer = await command(context, name, input, handler)
    const stored = answer.ok ? undefined : readMember(context.office.file.db, input.memberId)
    return answer.ok ? answer : withCurrent(answer, stored && shownMember(stored))
  }
}
