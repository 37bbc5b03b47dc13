import { Button, Group, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { MemberRow } from '#calls/members'
import { RefusedForm } from '../parts/form/changed-meanwhile.tsx'
import { showFirstProblem } from '../parts/form/first-problem.ts'
import { useKeptTyping } from '../parts/form/kept-typing.ts'
import { RestoredNotice } from '../parts/form/restored-notice.tsx'
import { useCommand } from '../service/use-command.ts'
import { memberWords } from '../words/members/screen.ts'
import { useWords } from '../words/words.ts'

type MemberFormProps = {
  /** Null for a new one. */
  member: MemberRow | null
  onSaved: (member: MemberRow) => void
  onLeave: () => void
}
type Typed = Pick<MemberRow, 'number' | 'name' | 'phone' | 'barangay' | 'sector'>
const LONGEST: { readonly [Field in keyof Typed]: number } = {
  number: 20,
  name: 120,
  phone: 40,
  barangay: 80,
  sector: 80,
}

function typedMember(member: MemberRow | null): Typed {
  const { number = '', name = '', phone = '', barangay = '', sector = '' } = member ?? {}
  return { number, name, phone, barangay, sector }
}

/** Adds or changes a member. What is typed stays when the office refuses or does not answer. */
export function MemberForm({ member, onSaved, onLeave }: MemberFormProps) {
  const say = useWords(memberWords)
  const kept = useKeptTyping(`member.${member?.id ?? 'new'}`, () => typedMember(member), {
    version: member?.version,
  })
  const { typed, setTyped } = kept
  const [seen, setSeen] = useState(member && { ...member, version: kept.version ?? member.version })
  const [asked, setAsked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const add = useCommand('members.add')
  const change = useCommand('members.change')

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setAsked(true)
    if (!typed.name.trim() || !typed.number.trim()) return showFirstProblem(event.currentTarget)
    const outcome = seen
      ? await change.run({ ...typed, memberId: seen.id, version: seen.version })
      : await add.run(typed)
    if (!outcome) return
    if (!outcome.ok) {
      if (seen && outcome.current) follow(outcome.current)
      return setRefusal(outcome.refusal)
    }
    kept.done()
    notifications.show({ message: say('saved', { name: outcome.member.name }) })
    onSaved(outcome.member)
  }
  function follow(current: MemberRow) {
    setSeen(current)
    kept.follow(typedMember(current), current.version)
  }
  function discard() {
    kept.discard()
    setSeen(member)
  }
  function takeCurrent() {
    kept.beginAt(typedMember(seen), seen?.version)
    setRefusal(null)
  }
  function field(key: keyof Typed) {
    return {
      label: say(key),
      value: typed[key],
      maxLength: LONGEST[key],
      onChange: (event: { currentTarget: { value: string } }) =>
        setTyped({ ...typed, [key]: event.currentTarget.value }),
    }
  }
  const missing = (key: 'name' | 'number') => asked && typed[key].trim() === ''
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="sm">
        <RestoredNotice shown={kept.restored} onDiscard={discard} />
        <TextInput
          {...field('number')}
          error={missing('number') ? say('numberNeeded') : null}
          data-autofocus
        />
        <TextInput {...field('name')} error={missing('name') ? say('nameNeeded') : null} />
        <TextInput {...field('phone')} type="tel" />
        <TextInput {...field('barangay')} />
        <TextInput {...field('sector')} />
        <RefusedForm
          refusal={refusal}
          theirs={kept.theirs}
          nameOf={field => say(field)}
          onTakeCurrent={seen ? takeCurrent : undefined}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            {say('back')}
          </Button>
          <Button type="submit" loading={add.busy || change.busy}>
            {say('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
