/** What a quota counts (B4): bookings, their hours, or the hectares of their fields. */
export const QUOTA_COUNTS = ['bookings', 'hours', 'hectares'] as const
export type QuotaCounts = (typeof QUOTA_COUNTS)[number]
/** From Monday to Sunday, a calendar month, or the days of a season. */
export const QUOTA_PERIODS = ['week', 'month', 'season'] as const
export type QuotaPeriod = (typeof QUOTA_PERIODS)[number]
