import type { Refusal } from '#booking/refusal'
import { intervalOf } from '#booking/time/period'
import type { Alternative } from '#calls/booking-rows'
import { FIRST_FREE_TIMES } from '#calls/limits'
import type { Wanted } from '../parts/fields/read-wanted.ts'
import type { InputOf } from '../service/calls-by-name.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { type Meant, meantMachines } from './meant-machines.ts'

type FirstFree = {
  free: readonly Alternative[]
  /** Why there is nothing to offer. */
  refusal: Refusal | null
  searching: boolean
}

const NOTHING: InputOf<'free.first'> = { machineId: '', length: { days: 1 } }

/** The first free times that a text asks for, of up to three types or machines that it may mean. */
export function useFirstFree(wanted: Wanted | null): FirstFree {
  const { calendar } = useFormat()
  const machines = useCall('machines.list', {}, { enabled: wanted !== null }).data ?? []
  const meant = wanted ? meantMachines(wanted.what, machines) : []
  const asked = meant.map(one => inputFor(one, wanted))
  // As many as are asked for at most: the number of calls may not change.
  const answers = [useFirst(asked[0]), useFirst(asked[1]), useFirst(asked[2])].slice(0, asked.length)
  const start = ({ period }: Alternative) => intervalOf(period, calendar).startMs
  const free = answers.flatMap(answer => answer.data?.free ?? []).sort((a, b) => start(a) - start(b))
  return {
    free: free.slice(0, FIRST_FREE_TIMES),
    refusal: free.length > 0 ? null : (answers.find(answer => answer.data?.refusal)?.data?.refusal ?? null),
    searching: answers.some(answer => answer.isFetching),
  }
}

function useFirst(input: InputOf<'free.first'> | undefined) {
  return useCall('free.first', input ?? NOTHING, { enabled: input !== undefined, alwaysFresh: true })
}

function inputFor(meant: Meant, wanted: Wanted | null): InputOf<'free.first'> {
  const { length, units, from } = wanted ?? { length: null, units: null, from: null }
  const usual = meant.bookingMode === 'days' ? { days: 1 } : { minutes: 60 }
  return {
    ...('machineId' in meant ? { machineId: meant.machineId } : { typeId: meant.typeId }),
    length: length ?? usual,
    ...(units !== null && { units }),
    ...(from?.day && { from: from.day }),
    ...(from?.minutes != null && { fromMinutes: from.minutes }),
  }
}
