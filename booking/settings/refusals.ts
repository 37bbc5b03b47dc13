export type SettingsRefusal = { reason: 'already-set-up' } | { reason: 'unknown-time-zone'; timeZone: string }
