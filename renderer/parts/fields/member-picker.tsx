import { useDebouncedValue, useUncontrolled } from '@mantine/hooks'
import type { CSSProperties, ReactNode, Ref } from 'react'
import { findable, findableText, memberFinder } from '#booking/members/find-member'
import type { OutputOf } from '../../service/calls-by-name.ts'
import { useCall } from '../../service/use-call.ts'
import { partWords } from '../../words/parts/parts.ts'
import { type Say, useWords } from '../../words/words.ts'
import { begunWith } from './begun-with.ts'
import { TypeAhead } from './type-ahead.tsx'

export type FoundMember = OutputOf<'members.search'>[number]
/** The parts of a member that the field shows. */
export type PickedMember = Pick<FoundMember, 'id' | 'name' | 'number'> & { barangay?: string }

type MemberPickerProps = {
  member: PickedMember | null
  onPick: (member: FoundMember) => void
  /** For a filter, which can be without a member: the name of the button that takes the member away. */
  clearLabel?: string
  onClear?: () => void
  /** Adds a member, starting from the typed text. If not given, nobody can be added here. */
  onAdd?: ((text: string) => void) | undefined
  /** A text that is no member yet: see `TypeAhead`. */
  typed?: string | null
  onType?: (typed: string | null) => void
  /** "Member", unless the screen has another field of that name beside it. */
  label?: string
  placeholder?: string
  error?: ReactNode
  disabled?: boolean
  inputRef?: Ref<HTMLInputElement>
  autoFocusInPanel?: boolean
  style?: CSSProperties
}

/** Four lines and a half: more would cover the small month of the booking form, in which days are picked next. */
const LIST_HEIGHT = 152
const MOST = 20

/**
 * The field "Member". Finds members by any part of the name, by number and by phone, and tolerates missing accents and
 * typing errors.
 */
export function MemberPicker(props: MemberPickerProps) {
  const { member, onPick, onAdd, placeholder, disabled = false, ...others } = props
  const say = useWords(partWords)
  const [typed, setTyped] = useUncontrolled<string | null>({
    value: props.typed,
    defaultValue: null,
    finalValue: null,
    onChange: props.onType,
  })
  const wanted = typed?.trim() ?? ''
  const [text] = useDebouncedValue(wanted, 150)
  const found = useCall('members.search', { text, limit: MOST }, { keepPrevious: true })
  const members = found.data ?? []
  const current = wanted === text && !found.isPlaceholderData
  return (
    <TypeAhead
      {...others}
      label={props.label ?? say('member')}
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
      typed={typed}
      onType={setTyped}
      finds={(choice, said) => members.some(one => one.id === choice.value && isFound(one, said))}
      nothingFound={say('noMember')}
      severalFound={(count, said) =>
        count < MOST ? say('membersMatch', { count, text: said }) : say('manyMembersMatch', { text: said })
      }
      orElse={onAdd && { label: said => labelToAdd(said, say), take: onAdd }}
      listHeight={LIST_HEIGHT}
      searching={!current || found.isFetching}
      disabled={disabled}
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
  return memberFinder(text)(findable({ text: findableText(member), number, phone })) !== null
}

/** Says what of the member the text would be. */
function labelToAdd(text: string, say: Say<typeof partWords.en>): string {
  const { name, phone, number } = begunWith(text)
  if (name !== undefined) return say('addMember', { name })
  return phone === undefined
    ? say('addMemberNumbered', { number: number ?? text })
    : say('addMemberWithPhone', { phone })
}
