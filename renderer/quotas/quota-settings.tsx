import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { QuotaRow } from '#calls/quotas'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { useInnerForms } from '../parts/form/use-inner-forms.ts'
import { Answered } from '../parts/lists/list-states.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { quotaInWords, quotaWords } from '../words/quotas/quotas.ts'
import { useWords } from '../words/words.ts'
import { QuotaForm } from './quota-form.tsx'

const NEW = 'quota.new'

/** How much each member may book, in the settings of the rules. */
export function QuotaSettings({ mayChange }: { mayChange: boolean }) {
  const say = useWords(quotaWords)
  const answer = useCall('quotas.list', {})
  const { open, pressed, left, press, leave } = useInnerForms([NEW])
  return (
    <Stack gap="sm" maw={560} mt="xl">
      <Title order={2} size="h4">
        {say('title')}
      </Title>
      <Text size="sm" c="dimmed">
        {say('explain')}
      </Text>
      <Answered answer={answer}>
        {({ quotas }) =>
          quotas.length === 0 ? (
            <Text size="sm">{say('none')}</Text>
          ) : (
            quotas.map(quota => <OneQuota key={quota.id} quota={quota} mayChange={mayChange} />)
          )
        }
      </Answered>
      {!mayChange ? null : open === NEW ? (
        <QuotaForm keptAs={NEW} autoFocus={pressed} onLeave={leave} />
      ) : (
        <div>
          <Button variant="default" autoFocus={left === NEW} onClick={() => press(NEW)}>
            {say('add')}
          </Button>
        </div>
      )}
    </Stack>
  )
}

function OneQuota({ quota: shown, mayChange }: { quota: QuotaRow; mayChange: boolean }) {
  const say = useWords(quotaWords)
  const format = useFormat()
  const remove = useCommand('quotas.remove')
  const { record: quota, refusal, act } = useActOn('quota', shown)
  const limit = quotaInWords(quota, format)
  const type = quota.typeName ?? say('anyType')
  const { fromDay, toDay } = quota
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm">
          {type}: {limit}
          {fromDay && toDay
            ? ` (${say('season', { from: format.day(fromDay), to: format.day(toDay) })})`
            : null}
        </Text>
        {mayChange ? (
          <Button
            size="xs"
            {...DESTRUCTIVE}
            aria-label={say('removeNamed', { limit, type })}
            loading={remove.busy}
            onClick={() =>
              void act(
                ({ id, version }) => remove.run({ quotaId: id, version }),
                () => say('removedDone'),
              )
            }
          >
            {say('remove')}
          </Button>
        ) : null}
      </Group>
      {refusal ? <RefusalPanel refusal={refusal} /> : null}
    </Stack>
  )
}
