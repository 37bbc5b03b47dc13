type WeekInfo = { firstDay: number }
type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo }

/** The first day of the week in this computer's locale, from 0 (Sunday) to 6 (Saturday). Sunday if unknown. */
export function firstDayOfWeek(): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  const locale = new Intl.Locale(navigator.language) as LocaleWithWeek
  const info = locale.getWeekInfo?.() ?? locale.weekInfo
  return ((info?.firstDay ?? 7) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6
}
