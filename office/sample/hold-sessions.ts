import { HOUR_MS } from '#booking/time/day'
import { runCommand } from '../law/run-command.ts'
import type { Office } from '../office.ts'
import { add } from '../sessions/commands.ts'
import { attended, enrol } from '../sessions/enrolling.ts'
import { type Cooperative, instantOn, must, type Times } from './found-cooperative.ts'

type Session = {
  title: string
  place: string
  description: string
  capacity: number
  open: 'members' | 'anybody'
}

const PAST: Session = {
  title: 'Safe use of the hand tractor',
  place: 'Barangay hall, Maligaya',
  description: 'Starting, turning and stopping; what to do on a slope. Bring boots.',
  capacity: 15,
  open: 'members',
}
const TRAINING: Session = {
  title: 'Harvester training for new operators',
  place: 'The cooperative’s yard',
  description: 'Cleaning the drum and setting the header, by the dealer’s technician.',
  capacity: 12,
  open: 'anybody',
}
const MILLING: Session = {
  title: 'Milling day',
  place: 'Rice mill',
  description: 'One member an hour; bring dry palay only.',
  capacity: 6,
  open: 'members',
}
const MILL = 'Rice Mill 1'
/** The milling day is looked for within these days. */
const MILLING_DAYS = { from: 9, to: 60 }

type Step = { atMs: number; act: () => Promise<void> }

/** A training day that is over, with who came, and one that is coming up, in order of time. */
export function sessionSteps(office: Office, people: Cooperative, times: Times): Step[] {
  const at = (day: number, hour: number) => instantOn(times, day, hour)
  const came: { id: string; version: number }[] = []
  return [
    {
      atMs: at(-20, 10),
      async act() {
        const id = await holdOn(office, people, PAST, { startMs: at(-12, 8), endMs: at(-12, 12) })
        for (const memberId of people.memberIds.slice(20, 33)) {
          came.push((await enrolIn(office, people, { sessionId: id, memberId })).enrolment)
        }
      },
    },
    {
      atMs: at(-12, 12),
      async act() {
        for (const [index, { id: enrolmentId, version }] of came.entries()) {
          const args = { commandId: office.ids.newId(), enrolmentId, version, came: index % 6 !== 4 }
          await must(office, people.clerk, attended, args)
        }
      },
    },
    {
      atMs: at(-3, 11),
      async act() {
        const id = await holdOn(office, people, TRAINING, { startMs: at(4, 8), endMs: at(4, 12) })
        for (const memberId of people.memberIds.slice(40, 48)) {
          await enrolIn(office, people, { sessionId: id, memberId })
        }
        await enrolIn(office, people, { sessionId: id, guest: 'Paolo Ramos, Municipal Agriculture Office' })
      },
    },
  ]
}

/** A milling day that takes the mill as soon as it is free, with every place taken and two who wait for one. */
export async function holdMillingDay(office: Office, people: Cooperative, times: Times): Promise<void> {
  const machineIds = [people.machineIds.get(MILL) ?? '']
  for (let day = MILLING_DAYS.from; day <= MILLING_DAYS.to; day++) {
    const startMs = instantOn(times, day, 7)
    const args = {
      ...MILLING,
      commandId: office.ids.newId(),
      startMs,
      endMs: startMs + 6 * HOUR_MS,
      machineIds,
    }
    const answer = await runCommand(office, { command: add, args, actor: people.manager })
    if (!answer.ok) continue
    for (const memberId of people.memberIds.slice(50, 50 + MILLING.capacity + 2)) {
      await enrolIn(office, people, { sessionId: answer.session.id, memberId, wait: true })
    }
    return
  }
}

async function holdOn(
  office: Office,
  { manager }: Cooperative,
  session: Session,
  when: { startMs: number; endMs: number },
): Promise<string> {
  const added = await must(office, manager, add, { commandId: office.ids.newId(), ...session, ...when })
  return added.session.id
}

type Who = { sessionId: string; memberId?: string; guest?: string; wait?: boolean }

function enrolIn(office: Office, { clerk }: Cooperative, who: Who) {
  return must(office, clerk, enrol, { commandId: office.ids.newId(), ...who })
}
