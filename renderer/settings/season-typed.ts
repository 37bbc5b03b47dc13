import type { Season } from '#booking/hours/opening-hours'
import { isLocalDay, type LocalDay } from '#booking/time/day'
import type { SettingsRow } from '#calls/settings'
import { type Reading, reader } from '../parts/form/reading.ts'
import type { InputOf } from '../service/calls-by-name.ts'
import type { Format } from '../words/format.ts'
import { type DayTyped, readWeek, typedWeek } from './week-typed.ts'

/** `…Unread`: what is typed in the field for the day and cannot be read. */
export type SeasonTyped = {
  name: string
  from: string
  fromUnread: string
  to: string
  toUnread: string
  days: DayTyped[]
}

/** The season that begins on a day as it is typed; another one begins with the usual week. */
export function typedSeason({ hours }: SettingsRow, first: string | null, format: Format): SeasonTyped {
  const season = hours.seasons.find(one => one.from === first)
  const { name = '', from = '', to = '' } = season ?? {}
  const days = typedWeek(season?.week ?? hours.week, format)
  return { name, from, fromUnread: '', to, toUnread: '', days }
}

type Problem = 'seasonNameNeeded' | 'dayNeeded' | 'lastBeforeFirst'

export function readSeason(typed: SeasonTyped): Reading<SeasonTyped, Season, Problem> {
  const read = reader<SeasonTyped, Problem>(typed)
  const name = read.needed('name', 'seasonNameNeeded').trim()
  const dayIn = (day: string, unread: string) => (isLocalDay(day) && unread.trim() === '' ? day : null)
  const from = read.given('from', dayIn(typed.from, typed.fromUnread) as LocalDay | null, 'dayNeeded')
  const to = read.given('to', dayIn(typed.to, typed.toUnread) as LocalDay | null, 'dayNeeded')
  if (from && to && to < from) read.wrong('to', 'lastBeforeFirst')
  const week = readWeek(typed.days)
  if (!week) read.wrong('days', true)
  return read.as({ name, from, to, week: week ?? [] })
}

type Seasons = NonNullable<InputOf<'hours.set'>['seasons']>

/** All seasons in order of time, with one in the place of that which begins on a day; null only takes that one away. */
export function seasonsWith({ hours }: SettingsRow, first: string | null, season: Season | null): Seasons {
  const others = hours.seasons.filter(one => one.from !== first)
  const all = season ? [...others, season] : others
  return all
    .map(one => ({ ...one, week: one.week.map(day => day.map(stretch => ({ ...stretch }))) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}
