import type { DayAnswer } from '#calls/today'
import { useFormat } from '../words/format.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { goToPart } from './part.tsx'

type Counter = 'overdue' | 'goingOut' | 'dueBack' | 'freeNow'
const TODAY: readonly Counter[] = ['overdue', 'goingOut', 'dueBack', 'freeNow']
const ANOTHER_DAY: readonly Counter[] = ['goingOut', 'dueBack']

/** How many there are of each, whatever the filter. Each leads to its list. */
export function Counters({ shown }: { shown: DayAnswer }) {
  const say = useWords(todayWords)
  const format = useFormat()
  const counters = shown.day === shown.today ? TODAY : ANOTHER_DAY
  return (
    <ul className="araro-counters" aria-label={say('counters')}>
      {counters.map(counter => {
        const count = shown.counts[counter]
        const inside = (
          <>
            <span className="araro-counter-number">{format.number(count)}</span> {say(counter)}
          </>
        )
        return (
          <li key={counter} data-counter={counter} data-any={count > 0 || undefined}>
            {count > 0 ? (
              <button type="button" onClick={() => goToPart(counter)}>
                {inside}
              </button>
            ) : (
              <span>{inside}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
