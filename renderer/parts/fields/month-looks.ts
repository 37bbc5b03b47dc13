import { useFormat, weekdayNames } from '../../words/format.ts'
import { partWords } from '../../words/parts/parts.ts'
import { firstDayOfWeek } from '../../words/week.ts'
import { useWords } from '../../words/words.ts'

/** Common look and labels of all small months in which days are picked. */
export function useMonthLooks() {
  const say = useWords(partWords)
  const format = useFormat()
  return {
    maxLevel: 'month' as const,
    firstDayOfWeek: firstDayOfWeek(),
    weekendDays: [],
    hideOutsideDates: true,
    weekdayFormat: (date: string) =>
      weekdayNames(format.language)[new Date(`${date.slice(0, 10)}T00:00Z`).getUTCDay()]!,
    monthLabelFormat: (date: string) => format.month(date.slice(0, 10)),
    getDayAriaLabel: (date: string) => format.day(date.slice(0, 10)),
    ariaLabels: { previousMonth: say('previousMonth'), nextMonth: say('nextMonth') },
  }
}
