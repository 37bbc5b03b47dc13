import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import config from '../../playwright.config.ts'
import {
  choose,
  goTo,
  localDay,
  type OfficeInBrowser,
  openOfficeInBrowser,
  typedDay,
} from '../support/office-in-browser.ts'
import prepareSample from '../support/prepare-sample.ts'

// `npm run pictures`: takes the pictures of the screens that the docs show, from the sample. The members and bookings in
// them depend on the day, because the sample is made around today.

type Machine = { id: string; name: string; bookingMode: string }
type Event = { kind: string; status: string; title: string; from?: string; to?: string }

const FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url))
const SIZE = { width: 1366, height: 768 }
const DAY_MS = 86_400_000

const takeSampleAway = await prepareSample()
const browser = await chromium.launch(config.use?.launchOptions)
const office = await openOfficeInBrowser(browser, { sample: true })
try {
  mkdirSync(FOLDER, { recursive: true })
  const clerk = await office.signedIn('clerk')
  await clerk.setViewportSize(SIZE)
  await clerk.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  await takeToday(office)
  await goTo(clerk, 'Calendar')
  const { machine, events } = await busiestMachine(office)
  await takeCalendar(clerk, machine, events)
  await takeBookingForm(clerk, machine, events)
} finally {
  await office.end()
  await browser.close()
  takeSampleAway()
}

/** The machine booked by days that has the most bookings from the first of this month until 30 days from now. */
async function busiestMachine({ call }: OfficeInBrowser): Promise<{ machine: Machine; events: Event[] }> {
  const fromMs = Date.parse(`${localDay(0).slice(0, 7)}-01T00:00:00+08:00`)
  const toMs = Date.now() + 30 * DAY_MS
  const machines = await call<Machine[]>('clerk', 'machines.list', {})
  const withEvents = await Promise.all(
    machines
      .filter(machine => machine.bookingMode === 'days')
      .map(async machine => {
        const input = { machineIds: [machine.id], fromMs, toMs }
        return { machine, events: await call<Event[]>('clerk', 'calendar.events', input) }
      }),
  )
  const [busiest] = withEvents.sort((one, other) => other.events.length - one.events.length)
  if (!busiest) throw new Error('the sample has no machine that is booked by days')
  return busiest
}

/** The first screen, as a manager sees it: what waits leads. */
async function takeToday({ signedIn }: OfficeInBrowser): Promise<void> {
  const manager = await signedIn('manager')
  await manager.setViewportSize(SIZE)
  await manager.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  await manager.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
  await manager.getByRole('region', { name: /^Overdue/ }).waitFor()
  await take(manager, 'today.png')
  await manager.close()
}

async function takeCalendar(page: Page, { name }: Machine, events: readonly Event[]): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/calendar'
  })
  await choose(page, 'Machine', name, new RegExp(`^${name}`))
  const [first] = events
  if (first) await page.getByText(first.title).first().waitFor()
  await take(page, 'calendar.png')
}

/** Fills in the form for days that somebody else has, so that it shows who has them and what is free instead. */
async function takeBookingForm(page: Page, { name }: Machine, events: readonly Event[]): Promise<void> {
  const tomorrow = localDay(1)
  const taken = events.find(
    ({ kind, status, from = '' }) => kind === 'booking' && status === 'approved' && from > tomorrow,
  )
  if (!taken?.from || !taken.to) throw new Error(`${name} has no approved booking ahead`)
  await page.getByRole('button', { name: 'New booking' }).click()
  await choose(page, 'Member', 'S-001', /S-001/)
  await page.getByLabel('From', { exact: true }).fill(typedDay(taken.from))
  await page.getByLabel('To', { exact: true }).fill(typedDay(taken.to))
  await page.locator('[data-availability=taken]').getByText(taken.title).first().waitFor()
  await take(page, 'booking-form.png')
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await document.fonts.ready
  })
  await page.screenshot({ path: join(FOLDER, name), animations: 'disabled', caret: 'hide' })
  process.stdout.write(`docs/pictures/${name}\n`)
}
