import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { PaperRow } from '#calls/papers'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { useInnerForms } from '../parts/form/use-inner-forms.ts'
import { PhotoThumbs } from '../parts/photos/photo-thumbs.tsx'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { paperInWords, paperWords } from '../words/papers/papers.ts'
import { useWords } from '../words/words.ts'
import { PaperForm } from './paper-form.tsx'
import { PaperStateText } from './paper-state.tsx'

type MachinePapersProps = { machineId: string; mayChange: boolean }

/** The papers of one machine: those that hold, with what can be done, and those that were replaced or ended. */
export function MachinePapers({ machineId, mayChange }: MachinePapersProps) {
  const say = useWords(paperWords)
  const [withEarlier, setWithEarlier] = useState(false)
  const papers = useCall('papers.ofMachine', { machineId }).data?.papers ?? []
  const holding = papers.filter(one => one.state !== 'replaced' && one.state !== 'ended')
  const earlier = papers.filter(one => one.state === 'replaced' || one.state === 'ended')
  const added = `paper.new.${machineId}`
  const renews = (paper: PaperRow) => `paper.renew.${paper.id}`
  const { open, left, press, leave } = useInnerForms([added, ...holding.map(renews)])
  if (!mayChange && papers.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {say('title')}
      </Title>
      {holding.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('none')}
        </Text>
      ) : null}
      {holding.map(paper =>
        open === renews(paper) ? (
          <PaperForm
            key={paper.id}
            machineId={machineId}
            before={paper}
            keptAs={renews(paper)}
            onLeave={leave}
          />
        ) : (
          <OnePaper
            key={paper.id}
            paper={paper}
            {...(mayChange && { onRenew: () => press(renews(paper)), autoFocus: left === renews(paper) })}
          />
        ),
      )}
      {mayChange && open === added ? (
        <PaperForm machineId={machineId} before={null} keptAs={added} onLeave={leave} />
      ) : mayChange ? (
        <div>
          <Button variant="default" size="xs" autoFocus={left === added} onClick={() => press(added)}>
            {say('add')}
          </Button>
        </div>
      ) : null}
      {withEarlier ? earlier.map(paper => <OnePaper key={paper.id} paper={paper} />) : null}
      {earlier.length > 0 && !withEarlier ? (
        <Anchor component="button" type="button" size="sm" ta="start" onClick={() => setWithEarlier(true)}>
          {say('earlier', { count: earlier.length })}
        </Anchor>
      ) : null}
    </Stack>
  )
}

type OnePaperProps = { paper: PaperRow; onRenew?: () => void; autoFocus?: boolean }

function OnePaper({ paper: shown, onRenew, autoFocus = false }: OnePaperProps) {
  const say = useWords(paperWords)
  const format = useFormat()
  const end = useCommand('papers.end')
  const { record: paper, refusal, asking, ask, close, act } = useActOn('paper', shown)
  const what = paperInWords(paper, format)
  const { machineName: machine, number, issuedBy, validFrom, note, endedWhy } = paper
  const said = [
    number,
    issuedBy,
    validFrom && `${say('validFrom')} ${format.fullDay(validFrom)}`,
    note,
    endedWhy && say('because', { reason: endedWhy }),
  ]
  return (
    <Stack gap={2}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text size="sm">
          <strong>{what}</strong> · <PaperStateText paper={paper} />
        </Text>
        {onRenew ? (
          <Group gap="xs" wrap="nowrap">
            <Button
              size="compact-sm"
              variant="default"
              autoFocus={autoFocus}
              aria-label={say('renewNamed', { what })}
              onClick={onRenew}
            >
              {say('renew')}
            </Button>
            <Button
              size="compact-sm"
              {...DESTRUCTIVE}
              aria-label={say('endNamed', { what })}
              onClick={() => ask('papers.end')}
            >
              {say('end')}
            </Button>
          </Group>
        ) : null}
      </Group>
      <Text size="sm" c="dimmed">
        {said.filter(Boolean).join(' · ')}
      </Text>
      <PhotoThumbs hashes={paper.photos} />
      <ConfirmWithReason
        opened={asking === 'papers.end'}
        about={`paper.end.${paper.id}`}
        title={say('endTitle')}
        explain={say('endExplain', { what, machine })}
        confirmLabel={say('endConfirm')}
        dangerous
        busy={end.busy}
        refusal={refusal}
        onConfirm={reason =>
          act(
            ({ id, version }) => end.run({ paperId: id, version, reason }),
            () => say('ended', { what, machine }),
          )
        }
        onClose={close}
        onOpenAgain={() => ask('papers.end')}
      />
    </Stack>
  )
}
