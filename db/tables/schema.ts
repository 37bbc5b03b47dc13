// The tables as the queries see them. The file itself is made by the migrations, which say more than this can
// (STRICT, WITHOUT ROWID, CHECKs, triggers); a test holds the two together.

export * from './bookings.ts'
export * from './history.ts'
export * from './machines.ts'
export * from './maintenance.ts'
export * from './members.ts'
export * from './notices.ts'
export * from './occupancy.ts'
export * from './settings.ts'
export * from './users.ts'
