import type Database from 'better-sqlite3'

type Session = { id: string; capacity: number; status: string }
type Place = { id: string; sessionId: string; memberId: string | null; guest: string | null; status: string }

/**
 * Counts the places of every session by hand: never more than fit, and one for each person.
 * @returns a sentence for each fault
 */
export function whatIsWrongWithPlaces(sqlite: Database.Database): string[] {
  const sessions = sqlite.prepare<[], Session>('SELECT id, capacity, status FROM sessions').all()
  const places = sqlite
    .prepare<[], Place>(
      'SELECT id, session_id AS sessionId, member_id AS memberId, guest, status FROM enrolments',
    )
    .all()
  return [
    ...sessions.flatMap(session => {
      const own = places.filter(place => place.sessionId === session.id)
      const taken = own.filter(place => place.status === 'active').length
      const there = own.filter(place => place.status === 'active' || place.status === 'waiting')
      const people = there.map(place => place.memberId ?? `guest ${place.guest?.toLowerCase()}`)
      return [
        ...(taken > session.capacity ? [`${session.id} has ${taken} places of ${session.capacity}`] : []),
        ...(new Set(people).size < people.length ? [`somebody is in ${session.id} twice`] : []),
        ...(session.capacity >= 1 ? [] : [`${session.id} has no places`]),
      ]
    }),
    ...places
      .filter(place => !sessions.some(session => session.id === place.sessionId))
      .map(place => `${place.id} is a place in no session`),
  ]
}
