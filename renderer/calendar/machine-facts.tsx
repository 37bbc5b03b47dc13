import type { MachineRow } from '#calls/machines'
import { MachineBadge } from '../parts/status/machine-badge.tsx'
import { isFreeNow, useMachineToday } from '../parts/status/said-of-machine.ts'
import { useTodayInWords } from '../parts/status/today-in-words.ts'
import { useFormat } from '../words/format.ts'
import { rateInWords } from '../words/money/price.ts'

/** One line: the machine's status, who has it, who takes it next or has asked for it, when it is free, and what it is. What does not fit is cut off. */
export function MachineFacts({ machine }: { machine: MachineRow }) {
  const today = useMachineToday(machine)
  const format = useFormat()
  const todayInWords = useTodayInWords()
  const free = todayInWords.free(machine, today)
  const freeNow = isFreeNow(today, Date.now())
  const [out] = machine.capacity === 1 ? machine.out : []
  const now = [
    out && todayInWords.out(machine, out),
    todayInWords.inIt(machine, today),
    freeNow && free,
    todayInWords.maintenance(machine, today),
    todayInWords.next(machine, today),
    todayInWords.asked(machine, today),
    !freeNow && free,
  ]
  const nowInWords = now.filter(Boolean).join(' · ')
  const { rate } = machine
  const price = rate ? rateInWords(rate, format) : ''
  const facts = [machine.type, price, machine.location]
  return (
    <div className="araro-calendar-facts">
      <MachineBadge machine={machine} />
      <span className="araro-calendar-now" title={nowInWords}>
        {nowInWords}
      </span>
      <span className="araro-calendar-what">{facts.filter(Boolean).join(' · ')}</span>
    </div>
  )
}
