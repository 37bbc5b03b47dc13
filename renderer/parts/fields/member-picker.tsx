import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, type Ref, useState } from 'react'
import type { OutputOf } from '../../service/calls-by-name.ts'
import { useCall } from '../../service/use-call.ts'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { TypeAhead } from './type-ahead.tsx'

export type FoundMember = OutputOf<'members.search'>[number]
/** The parts of a member that the field shows. */
export type PickedMember = Pick<FoundMember, 'id' | 'name' | 'number'>

type MemberPickerProps = {
  member: PickedMember | null
  onPick: (member: FoundMember) => void
  placeholder?: string
  error?: ReactNode
  disabled?: boolean
  inputRef?: Ref<HTMLInputElement>
}

/**
 * The field "Member". Finds members by any part of the name or number, and tolerates missing accents and typing
 * errors.
 */
export function MemberPicker({ member, onPick, placeholder, error, disabled, inputRef }: MemberPickerProps) {
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
        ...noteOf(one, say('suspended'), say('notVerified')),
      }))}
      chosen={member ? { value: member.id, label: nameAndNumber(member) } : null}
      onChoose={choice => {
        const picked = members.find(one => one.id === choice.value)
        if (picked) onPick(picked)
      }}
      onType={setTyped}
      nothingFound={say('noMember')}
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

function noteOf(member: FoundMember, suspended: string, notVerified: string): { note?: string } {
  if (member.suspended) return { note: `(${suspended})` }
  return member.verified ? {} : { note: `(${notVerified})` }
}
