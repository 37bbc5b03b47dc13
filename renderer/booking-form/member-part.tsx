import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type Ref, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { may } from '#booking/users/roles'
import { useCommand } from '../commands/use-command.ts'
import { MemberPicker } from '../parts/fields/member-picker.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { OwesWarning } from '../payments/owes.tsx'
import { useUser } from '../service/sign-in.ts'
import { bookingFormWords } from '../words/bookings/form.ts'
import { useFormat } from '../words/format.ts'
import { type Say, useWords } from '../words/words.ts'
import { AddMember } from './add-member.tsx'
import { type ChosenMember, refusalOf } from './form-fields.ts'
import type { BookingFormState } from './use-booking-fields.ts'

type MemberPartProps = {
  form: BookingFormState
  /** Save was pressed. */
  asked: boolean
  inputRef: Ref<HTMLInputElement>
}

/** The field "Member". */
export function MemberPart({ form, asked, inputRef }: MemberPartProps) {
  const say = useWords(bookingFormWords)
  const { member } = form
  const [adding, setAdding] = useState<string | null>(null)
  const mayKeep = may(useUser().role, 'keep-members')
  return (
    <>
      <MemberPicker
        member={member}
        onPick={form.pickMember}
        typed={form.fields.memberText}
        onType={memberText => form.search({ memberText })}
        onAdd={mayKeep ? setAdding : undefined}
        error={memberError(member, asked, say)}
        inputRef={inputRef}
      />
      <AddMember typed={adding} onAdded={form.pickMember} onClose={() => setAdding(null)} />
    </>
  )
}

type AboutMemberProps = {
  form: BookingFormState
  /** The member may book now, and the button that was pressed is gone. */
  onVerified: () => void
}

/**
 * What the clerk should know of the member before anything is promised. Stands below the member, but its links come
 * after the dates: Tab from the member goes to the next field.
 */
export function AboutMember({ form, onVerified }: AboutMemberProps) {
  const { member, overdue, owes } = form
  const mayKeep = may(useUser().role, 'keep-members')
  const mayVerify = mayKeep && refusalOf(member)?.reason === 'member-not-verified'
  if (!member || (!mayVerify && overdue.length === 0 && !owes)) return null
  return (
    <Stack gap={6} className="araro-about-member">
      {mayVerify ? (
        <VerifyNow
          key={member.id}
          member={member}
          onVerified={verified => {
            form.change({ member: verified })
            onVerified()
          }}
        />
      ) : null}
      <Overdue form={form} />
      <OwesWarning name={member.name} owes={owes} />
    </Stack>
  )
}

type VerifyNowProps = { member: ChosenMember; onVerified: (member: ChosenMember) => void }

function VerifyNow({ member, onVerified }: VerifyNowProps) {
  const say = useWords(bookingFormWords)
  const verify = useCommand('members.verify')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  async function press() {
    const outcome = await verify.run({ memberId: member.id, version: member.version ?? 1 })
    if (outcome?.ok) onVerified(outcome.member)
    else setRefusal(outcome?.refusal ?? null)
  }
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Button size="xs" variant="default" loading={verify.busy} onClick={press} style={{ flexShrink: 0 }}>
          {say('verifyNow')}
        </Button>
        <Text size="xs" c="dimmed">
          {say('verifyExplain')}
        </Text>
      </Group>
      {refusal ? <RefusalPanel refusal={refusal} /> : null}
    </>
  )
}

/** Nothing is refused because of it: whether the next machine goes out is for people to decide. */
function Overdue({ form: { member, overdue } }: { form: BookingFormState }) {
  const say = useWords(bookingFormWords)
  const format = useFormat()
  if (!member || overdue.length === 0) return null
  return (
    <Paper p="xs" bg="var(--araro-warn-ground)" c="var(--araro-warn-text)" role="status">
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <IconAlertTriangle size={18} style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
        <Stack gap={2}>
          <Text size="sm">{say('memberOverdue', { name: member.name })}</Text>
          {overdue.map(({ bookingId, machineName, period }) => (
            <RecordLink key={bookingId} entity="booking" id={bookingId}>
              {machineName}, {format.period(period)}
            </RecordLink>
          ))}
        </Stack>
      </Group>
    </Paper>
  )
}

/** Shown as soon as the member is chosen, before Araro refuses the request. */
function memberError(
  member: ChosenMember | null,
  asked: boolean,
  say: Say<typeof bookingFormWords.en>,
): string | null {
  if (!member) return asked ? say('memberMissing') : null
  const refusal = refusalOf(member)
  if (!refusal) return null
  const { memberName: name } = refusal
  if (refusal.reason === 'member-not-verified') return say('memberNotVerified', { name })
  return say('memberSuspended', { name, why: refusal.why ? ` (${refusal.why})` : '' })
}
