import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { rooms } from '#build/layers'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** For each how-to, how the sources name its example. */
const EXAMPLES: { readonly [howTo: string]: RegExp } = {
  'add-a-field.md': /registrationNumber|registration_number/,
  'add-a-call.md':
    /Added a note|bookings\.note\b|addNote|<BookingNotes|commandCall\(note\)|\bnote: command\(/,
  'add-a-notice.md': /nearly-full/,
  'add-a-record.md':
    /\bfieldId\b|\bfieldCalls\b|FieldRow|<MemberFields|FIELD_LENGTHS|field_id|sqliteTable\('fields'|from '\.\/fields\.ts'|'field'|fieldsDone/,
  'add-a-screen.md': /\bapprovals: [{']|ApprovalsScreen|ApprovalsNotYours|words\('approvals'/,
}

/** What was built on an example later: it shows or counts it, and is no part of it. */
const BUILT_ON_IT: { readonly [howTo: string]: RegExp } = {
  'add-a-field.md': /^renderer\/maintenance\//,
  'add-a-record.md': /\b(batches|quotas|may-have-more)\b/,
}

const SOURCES = Object.keys(rooms)
  .filter(room => room !== 'tests')
  .flatMap(room =>
    readdirSync(join(root, room), { recursive: true }).map(
      name => `${room}/${String(name).replaceAll('\\', '/')}`,
    ),
  )
  .filter(path => /\.(ts|tsx|sql|css)$/.test(path))

test.each(Object.entries(EXAMPLES))(
  '%s lists exactly the files that its example is made of',
  (howTo, example) => {
    const text = readFileSync(join(root, 'docs/how-to', howTo), 'utf8')
    const listed = [...text.matchAll(/^\d+\. \*\*`([^`]+)`\*\*/gm)].map(([, path]) => path)
    const made = SOURCES.filter(path => example.test(readFileSync(join(root, path), 'utf8'))).filter(
      path => !BUILT_ON_IT[howTo]?.test(path),
    )
    expect(listed.length).toBeGreaterThan(3)
    expect(listed.sort()).toEqual(made.sort())
  },
)

test.each([...Object.keys(EXAMPLES), 'add-a-rule.md', 'add-a-printed-list.md'])(
  '%s quotes its example as it is in the code',
  howTo => {
    const text = readFileSync(join(root, 'docs/how-to', howTo), 'utf8')
    const quoted = [...text.matchAll(/```(?:ts|tsx|sql|css)\n(.*?)```/gs)].flatMap(([, code = '']) =>
      code.split('\n').map(line => line.trim()),
    )
    const lines = new Set(
      SOURCES.flatMap(path => readFileSync(join(root, path), 'utf8').split('\n')).map(line => line.trim()),
    )
    expect(quoted.filter(line => !lines.has(line))).toEqual([])
  },
)
