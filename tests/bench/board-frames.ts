import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { DAY_MS } from '#booking/time/day'
import { findChromium } from '#build/find-chromium'
import { listen } from '#http/listen'
import { openPairings } from '#http/pairing'
import { createBoundedServer, serve } from '#http/serve'
import { systemClock } from '#office/law/clock'
import { createRouter } from '#office/router'
import { answerCalls } from '#shell/messages/answer-calls'
import config from '../../playwright.config.ts'
import {
  AUTHORIZATION,
  closeBenchOffice,
  deskOf,
  log,
  MANAGER,
  NOW_MS,
  openBenchOffice,
} from './bench-office.ts'
import { fill } from './fill.ts'
import { quantile } from './measure.ts'
import { daysFrom, hoursFrom } from './plan.ts'
import { atMost, type Figure, reported } from './table.ts'

const MACHINES = 200
const BOOKINGS = 5000
const DAYS = 60
/** An old PC of an office, against the one that measures. */
const SLOWER = 4
const FRAMES = 240
const PAGES = fileURLToPath(new URL('../../dist/renderer', import.meta.url))

/** Row 8: how long a frame of the board takes while it is scrolled across machines and days, on a slow processor. */
export async function boardFrames(folder: string): Promise<Figure[]> {
  const row = 8
  const name = `a frame of the board, ${MACHINES} machines × ${DAYS} days with ${BOOKINGS} bookings, at ${SLOWER} × slower`
  const { launchOptions } = config.use ?? {}
  const executablePath = findChromium()
  if (!executablePath || !existsSync(join(PAGES, 'index.html'))) {
    // No browser, or no bundle of the screens: `npm test` brings both.
    return [
      reported({ row, name: `${name}: needs a Chromium and the screens`, figure: Number.NaN, unit: 'ms' }),
    ]
  }
  const board = await openBoard(folder)
  const browser = await chromium.launch({ ...launchOptions, executablePath })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.clock.setSystemTime(NOW_MS)
    await page.addInitScript(
      signIn => {
        sessionStorage.setItem('araro.sign-in', signIn)
        localStorage.setItem('araro.board', 'months')
      },
      JSON.stringify({ token: AUTHORIZATION.slice('Bearer '.length), user: MANAGER }),
    )
    await page.goto(board.url)
    await page.goto(`${new URL(board.url).origin}/#/board`)
    await page.locator('[role="grid"][aria-busy="false"] [data-item]').first().waitFor()
    const nodes = await page.locator('[role="grid"] *').count()
    const frames = await framesOf(page)
    return [
      atMost(33, { row, name: `${name}: p95`, figure: quantile(frames, 0.95), unit: 'ms' }),
      reported({ row, name: `${name}: median`, figure: quantile(frames, 0.5), unit: 'ms' }),
      reported({ row, name: 'how much of it is drawn', figure: nodes, unit: 'elements' }),
    ]
  } finally {
    await browser.close()
    await board.close()
  }
}

/** Scrolls a little further with each frame, down and up and to both sides. @returns ms a frame */
async function framesOf(page: Page): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return page.evaluate(async count => {
    const view = document.querySelector('[role="grid"]')!
    const next = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
    const took: number[] = []
    let before = await next()
    for (let frame = 0; frame < count; frame++) {
      const part = frame % 120
      const by = part < 60 ? 1 : -1
      view.scrollBy(by * 24, by * 60)
      const now = await next()
      took.push(now - before)
      before = now
    }
    return took
  }, FRAMES)
}

/** The browser shell around an office with a full board. */
async function openBoard(folder: string) {
  const office = openBenchOffice(join(folder, 'board.db'))
  fill(office, ({ addMachine, addBooking }) => {
    for (let machine = 0; machine < MACHINES; machine++) {
      addMachine(machine, { type: Math.floor(machine / 20), byDays: machine % 4 !== 3 })
    }
    const each = BOOKINGS / MACHINES
    for (let machine = 0; machine < MACHINES; machine++) {
      for (let one = 0; one < each; one++) {
        const day = Math.floor((one * DAYS) / each)
        const period = machine % 4 === 3 ? hoursFrom(day, 8, 3) : daysFrom(day, 1 + ((one + machine) % 2))
        addBooking(machine, { period, status: (one + machine) % 7 === 0 ? 'pending' : 'approved' })
      }
    }
  })
  const server = createBoundedServer()
  const { port } = await listen(server, '127.0.0.1', 0, null)
  const pairings = openPairings(folder, port, systemClock)
  const origin = `http://127.0.0.1:${port}`
  const served = serve(server, {
    host: '127.0.0.1',
    port,
    answer: answerCalls(createRouter(deskOf(office)), log),
    pairings,
    secret: 'bench',
    readyLine: () => ({ ready: true, shell: 'browser', url: '', database: office.file.path }),
    pages: PAGES,
    log,
  })
  return {
    url: `${origin}/?key=${pairings.newKey(DAY_MS)}`,
    async close() {
      await served.close()
      await closeBenchOffice(office)
    },
  }
}
