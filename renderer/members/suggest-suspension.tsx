import { Alert, Button, Stack, Text } from '@mantine/core'
import { suggestsSuspension } from '#booking/members/owing'
import { may } from '#booking/users/roles'
import { REASON_LENGTH } from '#calls/limits'
import type { MemberRow } from '#calls/members'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useOwesInWords } from '../payments/owes.tsx'
import type { OutputOf } from '../service/calls-by-name.ts'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { memberWords } from '../words/members/screen.ts'
import { useWords } from '../words/words.ts'

type SuggestSuspensionProps = { member: MemberRow; owes: OutputOf<'members.get'>['owes'] }

/** Of a member who owes for longer than the setting says: one press suspends. Araro itself never does. */
export function SuggestSuspension({ member: shown, owes }: SuggestSuspensionProps) {
  const say = useWords(memberWords)
  const { record: member, refusal, act } = useActOn('member', shown)
  const suspend = useCommand('members.suspend')
  const inWords = useOwesInWords()
  const after = useCall('settings.get', {}).data?.owing.suspendAfterDays ?? null
  const mayKeep = may(useUser().role, 'keep-members')
  if (!owes || member.suspended || !mayKeep || !suggestsSuspension(owes, after)) return null
  const reason = inWords(member.name, owes).slice(0, REASON_LENGTH)
  return (
    <Alert color="yellow">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{say('owesTooLong', { reason, count: after ?? 0 })}</Text>
        <Button
          size="xs"
          variant="default"
          loading={suspend.busy}
          onClick={() =>
            void act(
              ({ id, version }) => suspend.run({ memberId: id, version, reason }),
              now => say('suspendedDone', { name: now.name }),
            )
          }
        >
          {say('suspendOwing')}
        </Button>
        {refusal ? <RefusalPanel refusal={refusal} /> : null}
      </Stack>
    </Alert>
  )
}
