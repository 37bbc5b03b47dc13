import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal } from '#booking/refusal'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { callOver, pairWith, type Ready, type StartedAraro, startAraro } from '#tests/support/started-araro'

const CLIENTS = 32
const SLOTS = 12

type Answer = { ok: true; booking: { id: string } } | { ok: false; refusal: Refusal }
type Machine = { id: string; name: string; bookingMode: string; capacity: number; bufferAfterMs: number }

describe('when 32 clients call over HTTP at once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'araro-race-'))
  let araro: StartedAraro
  let ready: Ready
  let cookie: string
  const tokens: string[] = []

  beforeAll(async () => {
    araro = startAraro(['--port', '0', '--data', folder, '--sample'])
    ready = await araro.ready
    cookie = await pairWith(ready.url)
    for (const { name, password } of ready.sampleSignIn ?? []) {
      const { json } = await call<{ token: string }>('auth/signIn', { name, password })
      tokens.push(json.token)
    }
  }, 60_000)

  afterAll(async () => {
    await araro.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  function call<Json>(path: string, input: unknown, token?: string) {
    const origin = new URL(ready.url).origin
    const headers = { cookie, origin, ...(token ? { authorization: `Bearer ${token}` } : {}) }
    return callOver(ready.url, path, input, headers) as Promise<{ status: number; json: Json }>
  }

  test('each contested day is booked once, and every other client is told by whom', async () => {
    const { json: machines } = await call<Machine[]>('machines/list', {}, tokens[0])
    const machine = machines.find(one => one.bookingMode === 'days' && one.bufferAfterMs === 0)
    const { json: members } = await call<{ id: string; verified: boolean; suspended: boolean }[]>(
      'members/search',
      { text: '', limit: 100 },
      tokens[0],
    )
    const mayBook = members.filter(one => one.verified && !one.suspended)

    for (let slot = 0; slot < SLOTS; slot++) {
      const answers = await Promise.all(
        Array.from({ length: CLIENTS }, (_, client) => {
          // The lengths differ, and all of them include the same middle day.
          const from = localDay(200 + slot * 4 - (client % 2))
          const to = localDay(200 + slot * 4 + (client % 3 === 0 ? 1 : 0))
          const input = {
            commandId: randomUUID(),
            memberId: mayBook[client % mayBook.length]?.id,
            machineId: machine?.id,
            period: { kind: 'days', from, to },
          }
          return call<Answer>('bookings/request', input, tokens[client % tokens.length])
        }),
      )
      expect(answers.map(answer => answer.status)).toEqual(Array(CLIENTS).fill(200))
      const winners = answers.filter(answer => answer.json.ok)
      expect(winners).toHaveLength(1)
      const winner = winners[0]?.json.ok ? winners[0].json.booking.id : ''
      for (const { json } of answers) {
        if (json.ok) continue
        expect(json.refusal).toMatchObject({ reason: 'already-booked', by: { bookingId: winner } })
      }
    }
  })

  test('a dryer is filled up to its capacity and never beyond it, and every refusal names the capacity', async () => {
    const { json: machines } = await call<Machine[]>('machines/list', {}, tokens[0])
    const dryer = machines.find(one => one.capacity > 1)
    const { json: members } = await call<{ id: string }[]>('members/search', { text: 'S-001' }, tokens[0])
    const startMs = Date.now() + 120 * 86_400_000
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, (_, client) =>
        call<Answer>(
          'bookings/request',
          {
            commandId: randomUUID(),
            memberId: members[0]?.id,
            machineId: dryer?.id,
            period: { kind: 'time', startMs: startMs + client * 60_000, endMs: startMs + 4 * 3_600_000 },
            units: 7,
          },
          tokens[client % tokens.length],
        ),
      ),
    )
    const won = answers.filter(answer => answer.json.ok).length
    expect(won).toBe(Math.floor((dryer?.capacity ?? 0) / 7))
    for (const { json } of answers) {
      if (!json.ok) expect(json.refusal).toMatchObject({ reason: 'over-capacity', capacity: dryer?.capacity })
    }
  })

  test('a command that is sent 32 times is run once, and every answer is the same', async () => {
    const { json: machines } = await call<Machine[]>('machines/list', {}, tokens[0])
    const machine = machines.find(one => one.bookingMode === 'days')
    const { json: members } = await call<{ id: string }[]>('members/search', { text: 'S-002' }, tokens[0])
    const input = {
      commandId: randomUUID(),
      memberId: members[0]?.id,
      machineId: machine?.id,
      period: { kind: 'days', from: localDay(300), to: localDay(300) },
    }
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, () => call<Answer>('bookings/request', input, tokens[0])),
    )
    for (const { json } of answers) expect(json).toEqual(answers[0]?.json)
    expect(answers[0]?.json).toMatchObject({ ok: true, booking: { id: input.commandId } })
  })

  test('afterwards nothing in the file is booked twice, and the history chain verifies', async () => {
    const sqlite = new Database(ready.database, { readonly: true })
    expect(whatIsWrong(sqlite)).toEqual([])
    sqlite.close()
    const { json } = await call<{ ok: boolean }>('history/verify', {}, tokens[0])
    expect(json.ok).toBe(true)
  })
})

/** The day this many days from today, in Manila. */
function localDay(days: number): string {
  return new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10)
}
