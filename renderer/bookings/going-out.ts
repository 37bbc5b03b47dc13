import { useCall } from '../service/use-call.ts'
import type { bookingWords } from '../words/bookings/screen.ts'

type Word = keyof typeof bookingWords.en
type GoingOut = {
  readonly go: Word
  readonly goTitle: Word
  readonly goExplain: Word
  readonly gone: Word
  readonly went: Word
  readonly comeBack: Word
  readonly backTitle: Word
  readonly backExplain: Word
  readonly back: Word
  readonly came: Word
}

/** A machine that goes to the member is handed over and comes back. */
const LEAVES: GoingOut = {
  go: 'handOver',
  goTitle: 'handOverTitle',
  goExplain: 'handOverExplain',
  gone: 'handedOverDone',
  went: 'handedOver',
  comeBack: 'takeBack',
  backTitle: 'returnTitle',
  backExplain: 'returnExplain',
  back: 'returnedDone',
  came: 'returned',
}

/** A machine that stays where it is, such as a dryer, starts and finishes the member's work. */
const STAYS: GoingOut = {
  go: 'start',
  goTitle: 'startTitle',
  goExplain: 'startExplain',
  gone: 'startedDone',
  went: 'started',
  comeBack: 'finish',
  backTitle: 'finishTitle',
  backExplain: 'finishExplain',
  back: 'finishedDone',
  came: 'finished',
}

/** The words for the use of a machine, by whether it leaves the yard. */
export function useGoingOut(machineId: string): GoingOut {
  const machines = useCall('machines.list', { withRetired: true }).data
  return machines?.find(machine => machine.id === machineId)?.stays ? STAYS : LEAVES
}
