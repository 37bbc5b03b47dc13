import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { may } from '#booking/users/roles'
import type { BatchRow } from '#calls/batches'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { OFFERED } from '../parts/buttons/offered.ts'
import { Confirm } from '../parts/dialogs/confirm.tsx'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useUser } from '../service/sign-in.ts'
import { batchWords } from '../words/batches/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { BatchBadge } from './batch-badge.tsx'
import type { FoundBatch } from './found-batch.ts'
import { LoadBar } from './load-bar.tsx'
import { MergeForm } from './merge-form.tsx'
import { Moisture } from './moisture.tsx'
import { ShareForm } from './share-form.tsx'
import { Shares } from './shares.tsx'
import { Slips } from './slips.tsx'

/** One batch: when it is, how full it is, whose sacks are in it, and how moist they are. */
export function BatchPanel({ found, onChange }: { found: FoundBatch; onChange: () => void }) {
  const say = useWords(batchWords)
  const format = useFormat()
  const { batch, shares, cancelled, readings } = found
  const { state, openEnded, lastsUntilMs, dayCapacity } = batch
  const mayFill = may(useUser().role, 'enter-bookings') && state !== 'done' && state !== 'cancelled'
  const hasBegun = state === 'under-way' || state === 'past-end'
  return (
    <Stack gap="md">
      <Facts>
        <Fact label={say('state')}>
          <BatchBadge state={state} />
        </Fact>
        <Fact label={say('machine')}>
          <RecordLink entity="machine" id={batch.machineId}>
            {batch.machineName}
          </RecordLink>
        </Fact>
        <Fact label={say('when')}>
          {format.period(batch.period)}
          {openEnded ? ` · ${say('openEndedIs')}` : null}
        </Fact>
        <Fact label={say('lastsUntil')}>
          {openEnded && lastsUntilMs !== null && lastsUntilMs !== batch.endMs
            ? format.instant(lastsUntilMs)
            : null}
        </Fact>
        <Fact label={say('load')}>
          <LoadBar batch={batch} />
        </Fact>
        <Fact label={say('onDay')}>
          {dayCapacity === null
            ? null
            : say('onDayIs', { sacks: format.number(batch.onDay), capacity: format.number(dayCapacity) })}
        </Fact>
        <Fact label={say('moisture')}>
          {batch.moisture === null ? null : say('moistureIs', { percent: format.number(batch.moisture) })}
        </Fact>
        <Fact label={say('openedBy')}>{batch.openedBy.name}</Fact>
        <Fact label={say('note')}>{batch.note}</Fact>
        <Fact label={say('reason')}>{batch.reason}</Fact>
      </Facts>
      <Actions batch={batch} mayChange={mayFill} onChange={onChange} />
      <Slips batch={batch} shares={shares} />
      {mayFill ? <ShareForm batch={batch} /> : null}
      <Section title={say('shares')} count={shares.length}>
        {shares.length > 0 ? (
          <Shares batch={batch} shares={shares} mayFill={mayFill} />
        ) : (
          <Text size="sm" c="dimmed">
            {say('noShares')}
          </Text>
        )}
      </Section>
      {cancelled.length > 0 ? (
        <Section title={say('takenOut')} count={cancelled.length}>
          <Shares batch={batch} shares={cancelled} mayFill={false} />
        </Section>
      ) : null}
      {openEnded || readings.length > 0 ? (
        <Section title={say('moisture')} count={0}>
          <Moisture batch={batch} readings={readings} mayRead={mayFill && hasBegun} />
        </Section>
      ) : null}
    </Stack>
  )
}

function Section({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const format = useFormat()
  return (
    <Stack gap={4}>
      <Title order={2} size="h5">
        {title} {count > 0 ? `(${format.number(count)})` : ''}
      </Title>
      {children}
    </Stack>
  )
}

type ActionsProps = { batch: BatchRow; mayChange: boolean; onChange: () => void }

function Actions({ batch: shown, mayChange, onChange }: ActionsProps) {
  const say = useWords(batchWords)
  const { record: batch, refusal, asking, ask, close, act } = useActOn('batch', shown)
  const [merging, setMerging] = useState(false)
  const cancel = useCommand('batches.cancel')
  const finish = useCommand('batches.finish')
  const { id, state, shares, weighed, openEnded } = batch
  const mayFinish = mayChange && !openEnded && state !== 'planned'
  return (
    <>
      <Group gap="xs" {...OFFERED}>
        {mayFinish ? <Button onClick={() => ask('batches.finish')}>{say('finish')}</Button> : null}
        {mayChange ? (
          <Button variant="default" onClick={onChange}>
            {say('change')}
          </Button>
        ) : null}
        {shares > 0 ? (
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {say('print')}
          </Button>
        ) : null}
        {mayChange && shares > 0 ? (
          <Button variant="default" aria-expanded={merging} onClick={() => setMerging(!merging)}>
            {say('merge')}
          </Button>
        ) : null}
        {mayChange ? (
          <Button {...DESTRUCTIVE} onClick={() => ask('batches.cancel')}>
            {say('cancel')}
          </Button>
        ) : null}
      </Group>
      {merging && mayChange ? <MergeForm batch={batch} onDone={() => setMerging(false)} /> : null}
      {refusal && !asking ? <RefusalPanel refusal={refusal} /> : null}
      {asking === 'batches.finish' ? (
        <Confirm
          title={say('finishTitle')}
          explain={
            shares > weighed
              ? say('finishExplainUnweighed', { count: shares - weighed })
              : say('finishExplain')
          }
          confirmLabel={say('finish')}
          busy={finish.busy}
          refusal={refusal}
          onConfirm={() =>
            void act(
              now => finish.run({ batchId: now.id, version: now.version }),
              () => say('finished'),
            )
          }
          onClose={close}
        />
      ) : null}
      <ConfirmWithReason
        opened={asking === 'batches.cancel'}
        about={`cancel-batch.${id}`}
        title={say('cancelTitle')}
        explain={shares > 0 ? say('cancelExplain', { count: shares }) : say('cancelExplainNobody')}
        confirmLabel={say('cancel')}
        keepLabel={say('keep')}
        dangerous
        busy={cancel.busy}
        refusal={refusal}
        onConfirm={reason =>
          act(
            now => cancel.run({ batchId: now.id, version: now.version, reason }),
            () => say('cancelledDone'),
          )
        }
        onClose={close}
        onOpenAgain={() => ask('batches.cancel')}
      />
    </>
  )
}
