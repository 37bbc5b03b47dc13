import { type PaperRules, paperState, toldUntil } from '#booking/papers/papers'
import { refuse } from '#booking/refusal'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { PaperInHistory, PaperRow } from '#calls/papers'
import type { ReadDb } from '#db/file'
import { readMachine } from '#db/read/machines'
import {
  countPapersOf,
  listPapersOf,
  listStandingPapers,
  NO_LAST_DAY,
  readPaper,
  readPapersToTell,
  readShownPaper,
  type StoredPaper,
} from '#db/read/papers'
import type { OfficeSettings } from '#db/read/settings'
import { inserting, updating } from '#db/rows'
import { papers } from '#db/tables/papers'
import { decidePhotos } from '../bookings/photos.ts'
import { call, commandCall } from '../law/answering.ts'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { command, commandOn } from '../law/command.ts'
import { PAGE_SIZE, pageOf, readCursor } from '../law/list-page.ts'
import type { RecordKind } from '../law/record.ts'
import { calendarOf } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'

/** How many papers of one machine are kept, those that were replaced included. */
const MOST_PAPERS = 100

type Look = { readonly db: ReadDb; readonly nowMs: number; readonly settings: OfficeSettings }

function shownOf({ db, nowMs, settings }: Look, id: string): PaperRow | undefined {
  const shown = readShownPaper(db, id)
  if (!shown) return undefined
  const today = calendarOf(settings.office.timeZone).dayOf(nowMs)
  return { ...shown, state: paperState(shown, today, settings.machinePapers) }
}

export const paperRecord = {
  entity: 'paper',
  key: 'paper',
  table: papers,
  stored: readPaper,
  shown: shownOf,
  title: shown => shown.machineName,
  said({
    machineName,
    kind,
    title,
    number,
    issuedBy,
    validFrom,
    expires,
    note,
    endedWhy,
    photos,
  }): PaperInHistory {
    const said = { machineName, kind, title, number, issuedBy, validFrom, expires, note, endedWhy }
    return photos.length > 0 ? { ...said, photos } : said
  },
} satisfies RecordKind<'paper', StoredPaper, PaperRow, PaperInHistory>

const insert = inserting(papers)
const update = updating(papers)

/** Adds a paper; one that it renews or corrects is kept as it is. */
export const add = command('papers.add', (context, args) => {
  const { tx, nowMs, commandId: id, actor } = context
  const { machineId, kind, validFrom = null, expires = null, replaces = null, photos = [] } = args
  if (!readMachine(tx, machineId, context.settings))
    return refuse({ reason: 'not-found', what: 'machine', id: machineId })
  if (validFrom !== null && expires !== null && expires < validFrom)
    return refuse({ reason: 'paper-ends-before-it-begins', validFrom, expires })
  if (countPapersOf(tx, machineId) >= MOST_PAPERS)
    return refuse({ reason: 'too-many-papers', most: MOST_PAPERS })
  const before = replaces === null ? undefined : readShownPaper(tx, replaces)
  const stands = before?.machineId === machineId && before.replacedById === null && before.endedMs === null
  if (replaces !== null && !stands) return refuse({ reason: 'paper-replaced' })
  const pictured = decidePhotos(tx, photos)
  if (!pictured.ok) return pictured
  const { title = '', number = '', issuedBy = '', note = '' } = args
  const said = { kind, title, number, issuedBy, validFrom, expires, note, photos, replaces }
  return addRecord(context, paperRecord, id, () =>
    insert(tx, { id, machineId, ...said, enteredBy: actor.id || null, enteredMs: nowMs }),
  )
})

const end = commandOn('papers.end', paperRecord, (context, stored, { reason }) => {
  const shown = readShownPaper(context.tx, stored.id)
  if (!shown || shown.replacedById !== null || shown.endedMs !== null)
    return refuse({ reason: 'paper-replaced' })
  return changeRecord(context, paperRecord, stored.id, () =>
    update(context.tx, stored.id, { endedMs: context.nowMs, endedWhy: reason }),
  )
})

function lookAt(office: Office): Look {
  const { db } = office.file
  return { db, nowMs: office.clock.nowMs(), settings: settingsNow(db) }
}

const shownAll = (at: Look, ids: readonly string[]) => ids.flatMap(id => shownOf(at, id) ?? [])

export const paperCalls = [
  commandCall(add),
  commandCall(end),
  call('papers.list', ({ office }, args) => {
    const at = lookAt(office)
    const [expires, id] = readCursor(args.cursor) ?? []
    const after = expires === undefined ? undefined : { expires: String(expires), id: String(id) }
    const rows = listStandingPapers(at.db, after, PAGE_SIZE + 1)
    const { page, nextCursor } = pageOf(rows, PAGE_SIZE, last => ({
      expires: last.expires ?? NO_LAST_DAY,
      id: last.id,
    }))
    return {
      papers: shownAll(
        at,
        page.map(row => row.id),
      ),
      nextCursor,
    }
  }),
  call('papers.ofMachine', ({ office }, { machineId }) => {
    const at = lookAt(office)
    const { refuse: refuses } = at.settings.machinePapers
    return { papers: shownAll(at, listPapersOf(at.db, machineId, MOST_PAPERS)), refuse: refuses }
  }),
] as const

/** The papers that have expired or will soon, the first to expire first. */
export function papersToTell(
  db: ReadDb,
  {
    nowMs,
    calendar,
    settings,
  }: { nowMs: number; calendar: OfficeCalendar; settings: { machinePapers: PaperRules } },
) {
  const today = calendar.dayOf(nowMs)
  return readPapersToTell(db, toldUntil(today, settings.machinePapers)).map(paper => ({
    ...paper,
    expired: paper.expires < today,
  }))
}
