import { describe, expect, test } from 'vitest'
import { checkSource } from '#build/check-layers'
import { folderCircles, importCircles } from '#build/import-circles'

describe('a room imports only what its row in the table of rooms allows', () => {
  const allowed: [path: string, code: string][] = [
    ['booking/load.ts', "import { overlaps } from './interval.ts'"],
    ['booking/load.ts', "import type { Interval } from '#booking/time/interval'"],
    ['booking/deep/load.ts', "import { overlaps } from '../interval.ts'"],
    [
      'calls/bookings.ts',
      "import { z } from 'zod'\nimport { oc } from '@orpc/contract'\nimport '#booking/refusal'",
    ],
    ['db/read/load.ts', "import { eq } from 'drizzle-orm'\nimport { join } from 'node:path'"],
    ['db/schema.ts', "import { sqliteTable } from 'drizzle-orm/sqlite-core'"],
    ['office/router.ts', "import { implement } from '@orpc/server'\nimport { table } from '#calls/table'"],
    ['electron/main.ts', "import { app } from 'electron'\nimport { openOffice } from '#office/open-office'"],
    ['http/main.ts', "import { WebSocketServer } from 'ws'"],
    [
      'renderer/main.tsx',
      "import '@mantine/core/styles.css'\nimport { Calendar } from '@fullcalendar/react/daygrid'",
    ],
    ['renderer/main.tsx', "import url from './plough.svg?url'"],
    ['tests/renderer/form.test.tsx', "import { Form } from '../../renderer/booking-form.tsx'"],
    ['tests/electron/window.test.ts', "import type { BrowserWindow } from 'electron'"],
  ]
  test.each(allowed)('%s may contain: %s', (path, code) => {
    expect(checkSource(path, code)).toEqual([])
  })

  const refused: [path: string, code: string][] = [
    ['booking/load.ts', "import { z } from 'zod'"],
    ['booking/load.ts', "import { readFileSync } from 'node:fs'"],
    ['booking/load.ts', "import type { Call } from '#calls/table'"],
    ['booking/load.ts', "import { Call } from '../calls/table.ts'"],
    ['calls/table.ts', "export * from '#db/tables/schema'"],
    ['calls/table.ts', "export { table } from '#office/router'"],
    ['db/open.ts', "const x = await import('#office/router')"],
    ['office/queue.ts', "type Db = import('drizzle-orm').SQL"],
    ['office/queue.ts', "const { app } = require('electron')"],
    ['http/main.ts', "import { openDatabase } from '#db/opening/open-database'"],
    ['http/main.ts', "import { app } from 'electron'"],
    ['renderer/main.tsx', "import { router } from '#office/router'"],
    ['renderer/main.tsx', "import { router } from '../office/router.ts'"],
    ['renderer/main.tsx', "import fs from 'fs'"],
    ['renderer/main.tsx', "import x from '/etc/x.js'"],
    ['renderer/main.tsx', 'const x = await import(`./${name}.ts`)'],
    ['tests/http/start.test.ts', "import { app } from 'electron'"],
    ['cellar/wine.ts', 'export const red = 1'],
    ['booking/load.ts', 'export const = 1'],
  ]
  test.each(refused)('%s may not contain: %s', (path, code) => {
    expect(checkSource(path, code)).toHaveLength(1)
  })

  test('a breach names the file, the line, the import and what the room may import', () => {
    expect(
      checkSource(
        'calls/table.ts',
        "import { z } from 'zod'\n\nimport { open } from '#db/opening/open-database'\n",
      ),
    ).toEqual([
      "calls/table.ts:3 imports '#db/opening/open-database'. calls/ may import #booking, zod, @orpc/contract",
    ])
  })
})

describe('booking/ uses no clock, no randomness and no I/O', () => {
  test.each([
    'Date.now()',
    "Date['now']()",
    'new Date()',
    'new Date(2026, 11, 1)',
    'Date()',
    'Math.random()',
    "new Intl.DateTimeFormat('en')",
    'performance.now()',
    'crypto.randomUUID()',
    'setTimeout(run, 1)',
    'setInterval(run, 1)',
    'process.env',
    "console.log('x')",
    "fetch('x')",
    'globalThis.Date',
    'const { now } = { console }',
    '(1).toLocaleString()',
    'names.sort((a, b) => a.localeCompare(b))',
  ])('%s is refused', code => {
    expect(checkSource('booking/day.ts', code)).not.toEqual([])
    expect(checkSource('office/day.ts', code)).toEqual([])
  })

  test.each([
    'new Date(instant).getUTCDay()',
    'Date.UTC(2026, 11, 1)',
    'Math.max(1, 2)',
    'row.process',
    'const facts = { performance: 1 }',
    'interface Machine { process: string; console?: number }',
    '// Date.now() would be wrong here',
    "const words = 'Math.random()'",
  ])('%s is allowed', code => {
    expect(checkSource('booking/day.ts', code)).toEqual([])
  })

  test('a breach names the line', () => {
    expect(checkSource('booking/day.ts', 'const a = 1\nconst b = Date.now()')[0]).toMatch(
      /^booking\/day\.ts:2 uses Date\.now/,
    )
  })
})

describe('files may not import each other in a circle', () => {
  const found = (imports: Record<string, string[]>) => importCircles(new Map(Object.entries(imports)))

  test('a chain, or two paths to one file, is not a circle', () => {
    expect(
      found({
        'office/a.ts': ['./b.ts', './c.ts'],
        'office/b.ts': ['./c.ts', 'zod'],
        'office/c.ts': ['#booking/d'],
        'booking/d.ts': [],
      }),
    ).toEqual([])
  })

  test('a circle is found with all its files, through relative paths and through room names', () => {
    expect(
      found({
        'office/a.ts': ['./deep/b.ts'],
        'office/deep/b.ts': ['#office/c'],
        'office/c.ts': ['./a.ts'],
        'office/beside.ts': ['./a.ts'],
      }),
    ).toEqual([['office/a.ts', 'office/c.ts', 'office/deep/b.ts']])
  })
})

describe('folders of one room may not lead back to each other', () => {
  const found = (imports: Record<string, string[]>) => folderCircles(new Map(Object.entries(imports)))

  test('arrows in one direction, and arrows through the files of the folder around them, are no circle', () => {
    expect(
      found({
        'office/all.ts': ['./bookings/a.ts', './law/b.ts'],
        'office/bookings/a.ts': ['../law/b.ts', '../all.ts'],
        'office/law/b.ts': ['../all.ts', '#booking/bookings/c'],
        'booking/bookings/c.ts': [],
      }),
    ).toEqual([])
  })

  test('a circle is found although no two files import each other, and names its arrows', () => {
    expect(
      found({
        'office/bookings/a.ts': ['../law/b.ts'],
        'office/law/b.ts': [],
        'office/law/c.ts': ['../users/d.ts'],
        'office/users/d.ts': ['#office/bookings/e'],
        'office/bookings/e.ts': [],
        'office/beside/f.ts': ['../law/b.ts'],
      }),
    ).toEqual([
      [
        'office/bookings/a.ts → office/law/b.ts',
        'office/law/c.ts → office/users/d.ts',
        'office/users/d.ts → office/bookings/e.ts',
      ],
    ])
  })
})
