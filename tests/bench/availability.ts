import { execFileSync } from 'node:child_process'
import type { CallArgs } from '#calls/contract'
import { checkSlot } from '#office/bookings/questions'
import type { Office } from '#office/office'
import { closeBenchOffice, MANAGER } from './bench-office.ts'
import { machineId } from './fill.ts'
import { HARD_CASES, hardOffice } from './hard-cases.ts'
import { alternate, inTurn, median, quantile, type Work } from './measure.ts'
import { chance, daysFrom, FILLED_AHEAD, hoursFrom, isByDays, SLOT_HOURS, SLOTS } from './plan.ts'
import { QUOTA_MEMBER, setQuotas } from './quotas.ts'
import { atMost, type Figure, reported } from './table.ts'

type Question = CallArgs['bookings']['check']
/** An office, how many bookings it has, and how many machines. */
export type Sized = { office: Office; count: number; machines: number }

const MEDIAN_MS = 0.1
const P99_MS = 1

/** Row 3: whether a time is free, in files of every size, on the hard cases, and with nothing in the cache. */
export async function availability(
  folder: string,
  sizes: readonly Sized[],
  rounds: number,
): Promise<Figure[]> {
  const smallest = sizes[0]
  const largest = sizes.at(-1)
  if (!smallest || !largest) throw new Error('no office to ask')
  const asked = sizes.map(sized => ({ ...sized, questions: questionsFor(sized) }))
  const works = Object.fromEntries(
    asked.map(({ office, count, questions }) => [`${count}`, asking(office, questions.free)]),
  )
  const { questions } = asked.at(-1) ?? { questions: { free: [], taken: [] } }
  const before = () => largest.office.file.sqlite.pragma('shrink_memory')
  const hardFile = await hardOffice(folder)
  const hard = HARD_CASES.map(({ name, questions }) => [name, asking(hardFile, questions)] as const)
  const took = await alternate<string>(
    {
      ...works,
      taken: asking(largest.office, questions.taken),
      cold: { ...asking(largest.office, questions.free), before },
      ...Object.fromEntries(hard),
    },
    { rounds, each: 25 },
  )
  await closeBenchOffice(hardFile)
  const figures = sizes.flatMap(({ count }) =>
    goals(`a free time, ${said(count)} bookings`, took[`${count}`]),
  )
  const flat = median(took[`${largest.count}`] ?? []) / median(took[`${smallest.count}`] ?? [])
  const name = `a free time, ${said(largest.count)} bookings against ${said(smallest.count)}`
  return [
    ...figures,
    atMost(3, { row: 3, name, figure: flat, unit: '×' }),
    ...hard.flatMap(([name]) => goals(name, took[name])),
    atMost(5, {
      row: 3,
      name: `a taken time, who has it and what is free instead (row 5), ${said(largest.count)}: median`,
      figure: median(took['taken'] ?? []),
      unit: 'ms',
    }),
    ...goals(`a free time, ${said(largest.count)}, SQLite's cache emptied before each`, took['cold']),
    ...(await withQuotas(largest, questions.free, rounds)),
    ...(await fromTheDisk(largest, questions.free)),
  ]
}

function goals(name: string, took: readonly number[] = []): Figure[] {
  const row = 3
  return [
    atMost(MEDIAN_MS * 1000, { row, name: `${name}: median`, figure: median(took) * 1000, unit: 'µs' }),
    atMost(P99_MS * 1000, { row, name: `${name}: p99`, figure: quantile(took, 0.99) * 1000, unit: 'µs' }),
  ]
}

function asking(office: Office, questions: readonly Question[]): Work {
  const next = inTurn(questions)
  return { run: () => checkSlot(office, MANAGER, next()) }
}

/** Times in the filled days ahead, on machines all over the file; asked once, to see which are free. */
function questionsFor({ office, machines }: Sized) {
  const all: Question[] = Array.from({ length: 600 }, (_, index) => {
    const machine = Math.floor(chance(index, 0, 5) * machines)
    const day = 2 + Math.floor(chance(index, 1, 5) * (FILLED_AHEAD - 4))
    const hour = SLOTS[index % SLOTS.length] ?? 0
    const period = isByDays(machine) ? daysFrom(day, 1) : hoursFrom(day, hour, SLOT_HOURS)
    return { machineId: machineId(machine), period }
  })
  const isFree = (question: Question) => checkSlot(office, MANAGER, question).free
  return { free: all.filter(isFree), taken: all.filter(question => !isFree(question)) }
}

const WITH_QUOTAS_US = 150

/** The same with opening hours, for a member with three quotas: a month's bookings, a week's hours, a season's hectares. */
async function withQuotas(
  { office, count }: Sized,
  questions: readonly Question[],
  rounds: number,
): Promise<Figure[]> {
  const end = setQuotas(office)
  const forMember = questions.map(question => ({ ...question, memberId: QUOTA_MEMBER }))
  const { checked } = await alternate({ checked: asking(office, forMember) }, { rounds, each: 25 })
  end()
  const name = `a free time with opening hours and quotas, ${said(count)} bookings: median`
  return [atMost(WITH_QUOTAS_US, { row: 3, name, figure: median(checked) * 1000, unit: 'µs' })]
}

/** The system's cache is emptied too, where there is a tool that can do it for one file. */
async function fromTheDisk({ office, count }: Sized, questions: readonly Question[]): Promise<Figure[]> {
  const { sqlite, path } = office.file
  const forget = () => {
    sqlite.pragma('shrink_memory')
    execFileSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0', 'status=none'])
  }
  const row = 3
  const name = `a free time, ${said(count)}, read from the disk each time (dd nocache)`
  try {
    forget()
  } catch {
    return [
      reported({ row, name: `${name}: not measured, there is no such dd`, figure: Number.NaN, unit: 'µs' }),
    ]
  }
  const { disk } = await alternate(
    { disk: { ...asking(office, questions), before: forget } },
    { rounds: 4, each: 15 },
  )
  return [reported({ row, name: `${name}: median`, figure: median(disk) * 1000, unit: 'µs' })]
}

function said(count: number): string {
  return count.toLocaleString('en')
}
