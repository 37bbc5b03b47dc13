import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal } from '#booking/refusal'
import { whatIsWrong } from '../support/occupancy-oracle.ts'
import { callOver, pairWith, type Ready, type StartedAraro, startAraro } from '../support/started-araro.ts'

const CLIENTS = 32
const SLOTS = 12

type Answer = { ok: true; booking: { id: string } } | { ok: false; refusal: Refusal }
type Machine = { id: string; name: string; bookingMode: string; capacity: number; bufferAfterMs: number }

describe('32 clients over HTTP', () => {
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

  test('ask for the same days at the same time: one gets each, and everybody else is told who has it', async () => {
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
          // Each asks for another length, all of them over the same middle day.
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

  test('fill a dryer sack by sack: it never holds more than it can, and every loser is told how much is free', async () => {
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

  test('send the same command 32 times at once: it happens once, and all get the same answer', async () => {
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

  test('leave a file in which nothing is promised twice, and a history whose chain holds', async () => {
    const sqlite = new Database(ready.database, { readonly: true })
    expect(whatIsWrong(sqlite)).toEqual([])
    sqlite.close()
    const { json } = await call<{ ok: boolean }>('history/verify', {}, tokens[0])
    expect(json.ok).toBe(true)
  })
})

/** A day counted from today, in Manila. */
function localDay(days: number): string {
  return new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10)
}
