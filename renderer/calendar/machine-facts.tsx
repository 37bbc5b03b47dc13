import type { MachineRow } from '#calls/machines'
import { MachineBadge } from '../parts/status/machine-badge.tsx'
import { useMachineToday } from '../parts/status/said-of-machine.ts'
import { useTodayInWords } from '../parts/status/today-in-words.ts'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { rateUnitWords } from '../words/money/rate-units.ts'
import { useWords } from '../words/words.ts'

/** One line: the machine's status, who has it, who takes it next or has asked for it, when it is free, and what it is. What does not fit is cut off. */
export function MachineFacts({ machine }: { machine: MachineRow }) {
  const today = useMachineToday(machine)
  const say = useWords(calendarWords)
  const unit = useWords(rateUnitWords)
  const format = useFormat()
  const todayInWords = useTodayInWords()
  const [out] = machine.capacity === 1 ? machine.out : []
  const now = [
    out && todayInWords.out(machine, out),
    todayInWords.inIt(machine, today),
    todayInWords.next(machine, today),
    todayInWords.asked(machine, today),
    todayInWords.maintenance(machine, today),
    todayInWords.free(machine, today),
  ]
  const { rate } = machine
  const price = rate ? say('per', { rate: format.money(rate.centavos), unit: unit(rate.per) }) : ''
  const facts = [machine.type, price, machine.location]
  return (
    <div className="araro-calendar-facts">
      <MachineBadge machine={machine} />
      <span className="araro-calendar-now">{now.filter(Boolean).join(' · ')}</span>
      <span className="araro-calendar-what">{facts.filter(Boolean).join(' · ')}</span>
    </div>
  )
}
