export type SettingsRefusal =
  | { reason: 'already-set-up' }
  /** The sample was to be removed, but the office that is open is a cooperative's own. */
  | { reason: 'not-the-sample' }
  | { reason: 'unknown-time-zone'; timeZone: string }
