type WeekInfo = { firstDay: number }
type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo }

/** 0 Sunday … 6 Saturday, as this computer's locale begins its week; Sunday where it does not say. */
export function firstDayOfWeek(): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  const locale = new Intl.Locale(navigator.language) as LocaleWithWeek
  const info = locale.getWeekInfo?.() ?? locale.weekInfo
  return ((info?.firstDay ?? 7) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6
}
