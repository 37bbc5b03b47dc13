import { nameFinder, RANK } from '#booking/finding/name-finder'
import type { Refusal } from '#booking/refusal'
import { may } from '#booking/users/roles'
import { useFirstFree } from '../first-free/use-first-free.ts'
import { goTo } from '../navigation.ts'
import { openBookingForm } from '../open-booking-form.ts'
import { readWanted } from '../parts/fields/read-wanted.ts'
import { useUser } from '../service/sign-in.ts'
import { firstFreeWords } from '../words/bookings/first-free.ts'
import { todayIn, useFormat } from '../words/format.ts'
import { frameWords } from '../words/frame/frame.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'
import { type Action, actionsEverywhere, screensToGoTo } from './everywhere.ts'
import { type Line, useRecords } from './found-records.ts'
import { actionsOnTheScreen } from './on-the-screen.ts'
import { useRecent } from './recent.ts'

/** `found`: by the office, so that it may change until the search has ended. */
type Group = { group: string; lines: readonly Line[]; found?: true }
/** `refusal`: why there is no free time as the text asks for. */
type Found = { groups: Group[]; searching: boolean; refusal: Refusal | null }

type Search = {
  typed: string
  /** The text after typing has paused: the office is searched for this one. */
  settled: string
  opened: boolean
  /** What the frame itself offers. */
  ofFrame: readonly Action[]
}

/** What the search shows: what can be done, where one can go, and what a text finds. */
export function useFound({ typed, settled, opened, ofFrame }: Search): Found {
  const say = useWords(frameWords)
  const free = useWords(firstFreeWords)
  const { role, id: userId } = useUser()
  const { taken } = useRecent(userId)
  const [text, asked] = [typed.trim(), settled.trim()]
  const records = useRecords(asked, text, opened && text.length !== 1)
  const first = useFirstTimes(opened && may(role, 'enter-bookings') ? asked : '')
  const current = asked === text

  const here = opened ? actionsOnTheScreen() : []
  const isHere = ({ label }: Action) => here.some(one => one.label === label)
  const everywhere = [...actionsEverywhere(role), ...ofFrame].filter(action => !isHere(action))
  const doing = recentFirst(everywhere, taken)
  const screens = recentFirst(screensToGoTo(role), taken)
  if (text === '') {
    const recent = [...records.machines.filter(isCalendar), ...records.members, ...records.bookings]
    return shown([
      { group: say('searchRecent'), lines: recent },
      { group: say('searchHere'), lines: here },
      { group: say('searchDo'), lines: doing },
      { group: say('searchScreens'), lines: screens },
    ])
  }
  const find = nameFinder(text)
  const rank = ({ label }: Line) => find(label) ?? Number.POSITIVE_INFINITY
  const well = (lines: readonly Line[]) =>
    lines.filter(line => rank(line) <= RANK.words).sort((a, b) => rank(a) - rank(b))
  const closely = (line: Line) => rank(line) > RANK.words && Number.isFinite(rank(line))
  const all = {
    id: 'all-bookings',
    label: say('searchAllBookings', { text }),
    run: () => goTo('bookings', { find: text }),
  }
  // A booking matches only by its member, its machine or its number. Without any, or where a free time is asked for,
  // there is nothing to list.
  const mayBeBooked = records.members.length + records.machines.length > 0 || /\d/.test(text)
  const groups: Group[] = [
    { group: free('title'), lines: current ? first.lines : [] },
    { group: say('searchHere'), lines: well(here) },
    { group: say('searchScreens'), lines: well(screens) },
    { group: say('searchDo'), lines: well(doing) },
    { group: say('searchMachines'), lines: records.machines, found: true },
    { group: say('searchMembers'), lines: records.members, found: true },
    { group: say('searchBookings'), lines: records.bookings, found: true },
    {
      group: say('searchAll'),
      lines: current && !first.asked && mayBeBooked && text.length > 1 ? [all] : [],
    },
    { group: say('searchMore'), lines: [...here, ...doing, ...screens].filter(closely) },
  ]
  return {
    ...shown(groups),
    searching: records.searching || (current && first.searching),
    refusal: current ? first.refusal : null,
  }
}

function shown(groups: Group[]): Found {
  return { groups: groups.filter(({ lines }) => lines.length > 0), searching: false, refusal: null }
}

/** A recent machine has one line. */
function isCalendar({ id }: Line): boolean {
  return !id.startsWith('open-')
}

function recentFirst(actions: readonly Action[], taken: readonly string[]): Action[] {
  const at = ({ id }: Action) => (taken.includes(id) ? taken.indexOf(id) : taken.length)
  return [...actions].sort((a, b) => at(a) - at(b))
}

/** `a tractor for 3 days from the 10th`: each of the first free times opens the form with it. */
function useFirstTimes(text: string) {
  const part = useWords(partWords)
  const format = useFormat()
  const wanted = readWanted(text, todayIn(format.calendar))
  const { free, refusal, searching } = useFirstFree(wanted)
  const lines = free.map(({ machineId, machineName, period }) => ({
    id: `${machineId} ${format.period(period)}`,
    label: part('take', { machine: machineName, when: format.period(period) }),
    run: () => openBookingForm({ machineId, period, ...(wanted?.units ? { units: wanted.units } : {}) }),
  }))
  return { lines, refusal, searching, asked: wanted !== null }
}
