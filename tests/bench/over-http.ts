import { Agent, request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { listen } from '#http/listen'
import { openPairings } from '#http/pairing'
import { createBoundedServer, serve } from '#http/serve'
import { checkSlot } from '#office/bookings/questions'
import { systemClock } from '#office/law/clock'
import type { Office } from '#office/office'
import { createRouter } from '#office/router'
import { answerCalls } from '#shell/messages/answer-calls'
import { AUTHORIZATION, deskOf, log, MANAGER } from './bench-office.ts'
import { machineId } from './fill.ts'
import { alternate, median } from './measure.ts'
import { daysFrom, FILLED_AHEAD } from './plan.ts'
import { book, type Request } from './requests.ts'
import { atMost, type Figure, reported } from './table.ts'

/** Row 6: what the way over HTTP adds to the work, beyond what it costs to say nothing over it. */
export async function overHttp(
  folder: string,
  office: Office,
  next: () => Request,
  rounds: number,
): Promise<Figure[]> {
  const shell = await openShell(folder, office)
  let asked = 0
  const question = () => ({ machineId: machineId(2 * (asked++ % 50)), period: daysFrom(FILLED_AHEAD + 2, 1) })
  const took = await alternate(
    {
      empty: { run: () => shell.call('auth/who', {}) },
      checked: { run: () => shell.call('bookings/check', question()) },
      checkedHere: { run: () => checkSlot(office, MANAGER, question()) },
      booked: { run: () => shell.call('bookings/request', next()) },
      bookedHere: { run: () => book(office, next()) },
    },
    { rounds, each: 5 },
  )
  await shell.close()
  const row = 6
  const emptyMs = median(took.empty)
  const check = median(took.checked) / (emptyMs + median(took.checkedHere))
  const booking = median(took.booked) / (emptyMs + median(took.bookedHere))
  const against = 'against an empty call and the same in process'
  return [
    reported({ row, name: 'an empty call over HTTP', figure: emptyMs, unit: 'ms' }),
    reported({ row, name: 'a check over HTTP', figure: median(took.checked), unit: 'ms' }),
    atMost(1.3, { row, name: `a check over HTTP ${against}`, figure: check, unit: '×' }),
    reported({ row, name: 'a booking over HTTP', figure: median(took.booked), unit: 'ms' }),
    atMost(1.3, { row, name: `a booking over HTTP ${against}`, figure: booking, unit: '×' }),
  ]
}

/** The browser shell around the office, and a paired, signed-in script that keeps its connection. */
async function openShell(folder: string, office: Office) {
  const server = createBoundedServer()
  const { port } = await listen(server, '127.0.0.1', 0, null)
  const pairings = openPairings(folder, port, systemClock)
  const served = serve(server, {
    host: '127.0.0.1',
    port,
    answer: answerCalls(createRouter(deskOf(office)), log),
    pairings,
    secret: 'bench',
    readyLine: () => ({ ready: true, shell: 'browser', url: '', database: office.file.path }),
    pages: join(folder, 'no-pages'),
    log,
  })
  const cookie = pairings.spend(pairings.newKey(60_000))?.split(';')[0] ?? ''
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const headers = { 'content-type': 'application/json', cookie, authorization: AUTHORIZATION }

  function call(path: string, input: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const sent = httpRequest({ port, agent, method: 'POST', path: `/rpc/${path}`, headers }, response => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', part => (text += part))
        response.on('end', () => {
          const answer = JSON.parse(text).json
          if (response.statusCode === 200 && answer.ok !== false) resolve(answer)
          else reject(new Error(`${path} was answered with ${response.statusCode}: ${text}`))
        })
      })
      sent.on('error', reject)
      sent.end(JSON.stringify({ json: input }))
    })
  }
  return {
    call,
    async close() {
      agent.destroy()
      await served.close()
    },
  }
}
