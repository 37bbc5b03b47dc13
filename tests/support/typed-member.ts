import { reader } from '../../renderer/parts/form/reading.ts'
import { sameFields } from '../../renderer/parts/form/same-fields.ts'

/** A small record, which the forms of these tests change. */
export type Member = { id: string; version: number; name: string; phone: string }
export type MemberTyped = { name: string; phone: string }

export const ANA: Member = { id: 'ana', version: 3, name: 'Ana Reyes', phone: '0917 111' }

export function typedMember(member: Member | null): MemberTyped {
  return sameFields({ name: '', phone: '' }, member)
}

export function readMember(typed: MemberTyped) {
  const read = reader<MemberTyped, 'nameNeeded'>(typed)
  read.needed('name', 'nameNeeded')
  return read.as(typed)
}

/** Works like `sessionStorage`, and lets a test see what is kept. */
export function memoryStorage() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (place: string) => kept.get(place) ?? null,
    setItem: (place: string, text: string) => void kept.set(place, text),
    removeItem: (place: string) => void kept.delete(place),
  }
}
