import { TextInput } from '@mantine/core'
import { MEMBER_KINDS, type MemberKind } from '#booking/members/kind'
import { MEMBER_LENGTHS } from '#calls/limits'
import type { MemberRow } from '#calls/members'
import { SegmentedField } from '../parts/fields/segmented-field.tsx'
import { SuggestField } from '../parts/fields/suggest-field.tsx'
import { useAddOrChange } from '../parts/form/add-or-change.ts'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { sameFields } from '../parts/form/same-fields.ts'
import { useForm } from '../parts/form/use-form.ts'
import { Loading } from '../parts/lists/list-states.tsx'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { memberWords } from '../words/members/screen.ts'
import { memberKindWords } from '../words/members/standing.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'

type MemberFormProps = {
  /** Null for a new one. */
  member: MemberRow | null
  /** What a new one begins with: what was typed in a search that found nobody. */
  begun?: Partial<typeof NEW>
  onSaved: (member: MemberRow) => void
  onLeave: () => void
}

/** Adds or changes a member. A new one is offered the number that comes next. */
export function MemberForm(props: MemberFormProps) {
  const suggested = useCall('members.suggestions', {}, { alwaysFresh: true })
  const { nextNumber = '', barangays = [] } = suggested.data ?? {}
  // The number stands in the form from the start, so that nothing changes under somebody's hands.
  if (!props.member && suggested.isPending) return <Loading />
  return <Fields {...props} nextNumber={nextNumber} barangays={barangays} />
}

type FieldsProps = MemberFormProps & { nextNumber: string; barangays: string[] }

function Fields({ member, begun = {}, onSaved, onLeave, nextNumber, barangays }: FieldsProps) {
  const say = useWords(memberWords)
  const kinds = useWords(memberKindWords)
  const format = useFormat()
  const send = useAddOrChange('members.add', 'members.change', 'memberId')
  // Only a search that found nobody gives something to begin with: the form is then a dialog over another one.
  const overAForm = Object.keys(begun).length > 0
  const form = useForm({
    keptAs: `member.${member?.id ?? ['new', ...Object.values(begun)].join('.')}`,
    inAnother: overAForm,
    record: member,
    typedFrom: row => sameFields({ ...NEW, number: nextNumber, ...begun }, row),
    read: readMember,
    send,
    saved: yes => say('saved', { name: yes.member.name }),
    onSaved: yes => onSaved(yes.member),
    refusedAt: refusal =>
      refusal.reason === 'number-taken' ? { number: refusalSentence(refusal, format) } : null,
    say,
    labels: {
      number: 'number',
      name: 'name',
      phone: 'phone',
      barangay: 'barangay',
      sector: 'sector',
      kind: 'kind',
    },
    lengths: MEMBER_LENGTHS,
  })
  const nameFirst = member === null && nextNumber !== ''
  return (
    <FormFrame form={form} save={say('save')} onLeave={onLeave} inDialog={overAForm}>
      <TextInput {...textField(form, 'number')} {...(nameFirst ? {} : FIRST)} />
      <TextInput {...textField(form, 'name')} {...(nameFirst ? FIRST : {})} />
      <TextInput {...textField(form, 'phone')} type="tel" />
      <SuggestField
        {...textField(form, 'barangay')}
        onChange={barangay => form.type({ barangay })}
        suggestions={barangays}
      />
      <TextInput {...textField(form, 'sector')} />
      <SegmentedField
        label={form.labelOf('kind')}
        value={form.typed.kind}
        onChange={kind => form.type({ kind })}
        data={MEMBER_KINDS.map(value => ({ value, label: kinds(value) }))}
      />
    </FormFrame>
  )
}

/** The field that has the focus when the form opens, with its panel or later. */
const FIRST = { autoFocus: true, 'data-autofocus': true }

const NEW = { number: '', name: '', phone: '', barangay: '', sector: '', kind: 'member' as MemberKind }

function readMember(typed: typeof NEW) {
  const read = reader<typeof NEW, 'numberNeeded' | 'nameNeeded'>(typed)
  read.needed('number', 'numberNeeded')
  read.needed('name', 'nameNeeded')
  return read.as(typed)
}
