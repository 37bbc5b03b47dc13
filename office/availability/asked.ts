import type { Actor } from '../law/command.ts'
import { openCalendar } from '../law/open-calendar.ts'
import { type Office, settingsNow } from '../office.ts'
import type { Asked } from './slots.ts'

/** The facts about the person who asks for free time. */
export function askedBy(office: Office, user: Actor) {
  const settings = settingsNow(office.file.db)
  const calendar = openCalendar(office.file.db, settings)
  const asked: Asked = { nowMs: office.clock.nowMs(), calendar, role: user.role }
  return { settings, asked }
}
