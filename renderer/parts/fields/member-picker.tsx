import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, type Ref, useState } from 'react'
import { findableText, memberFinder } from '#booking/members/find-member'
import type { OutputOf } from '../../service/calls-by-name.ts'
import { useCall } from '../../service/use-call.ts'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { TypeAhead } from './type-ahead.tsx'

export type FoundMember = OutputOf<'members.search'>[number]
/** The parts of a member that the field shows. */
export type PickedMember = Pick<FoundMember, 'id' | 'name' | 'number'> & { barangay?: string }

type MemberPickerProps = {
  member: PickedMember | null
  onPick: (member: FoundMember) => void
  /** Adds a member, starting from the typed text. If not given, nobody can be added here. */
  onAdd?: ((text: string) => void) | undefined
  placeholder?: string
  error?: ReactNode
  disabled?: boolean
  inputRef?: Ref<HTMLInputElement>
}

/** Four lines and a half: more would cover the small month of the booking form, in which days are picked next. */
const LIST_HEIGHT = 152

/**
 * The field "Member". Finds members by any part of the name, by number and by phone, and tolerates missing accents and
 * typing errors.
 */
export function MemberPicker(props: MemberPickerProps) {
  const { member, onPick, onAdd, placeholder, error, disabled, inputRef } = props
  const say = useWords(partWords)
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 150)
  const found = useCall('members.search', { text: text.trim(), limit: 20 }, { keepPrevious: true })
  const members = found.data ?? []
  const current = typed.trim() === text.trim() && !found.isPlaceholderData
  return (
    <TypeAhead
      label={say('member')}
      placeholder={placeholder ?? say('memberHint')}
      choices={(current ? members : []).map(one => ({
        value: one.id,
        label: nameAndNumber(one),
        note: noteOf(one, say('suspended'), say('notVerified')),
      }))}
      chosen={member ? { value: member.id, label: inField(member) } : null}
      onChoose={choice => {
        const picked = members.find(one => one.id === choice.value)
        if (picked) onPick(picked)
      }}
      onType={setTyped}
      finds={(choice, said) => members.some(one => one.id === choice.value && isFound(one, said))}
      nothingFound={say('noMember')}
      orElse={onAdd && { label: name => say('addMember', { name }), take: onAdd }}
      listHeight={LIST_HEIGHT}
      searching={!current || found.isFetching}
      error={error}
      disabled={disabled ?? false}
      {...(inputRef ? { inputRef } : {})}
    />
  )
}

export function nameAndNumber(member: PickedMember): string {
  return `${member.name} · ${member.number}`
}

/** With the barangay, which tells apart two members of the same name. */
function inField(member: PickedMember): string {
  return [nameAndNumber(member), member.barangay].filter(Boolean).join(' · ')
}

function noteOf(member: FoundMember, suspended: string, notVerified: string): string {
  const standing = member.suspended ? `(${suspended})` : member.verified ? '' : `(${notVerified})`
  return [member.barangay, standing].filter(Boolean).join(' ')
}

function isFound(member: FoundMember, text: string): boolean {
  const { number, phone } = member
  return memberFinder(text)({ text: findableText(member), number, phone }) !== null
}
