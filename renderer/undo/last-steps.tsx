import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import type { Step } from '#calls/undo'
import { useUndo } from '../commands/use-undo.ts'
import { hrefOf } from '../navigation.ts'
import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { useCall } from '../service/use-call.ts'
import { openUndo } from '../undo-open.ts'
import { useFormat } from '../words/format.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { undoWords } from '../words/undo/screen.ts'
import { useWords } from '../words/words.ts'
import { Printed } from './printed.tsx'
import { useStepInWords } from './step-in-words.ts'
import { WhatChanges } from './what-changes.tsx'
import './undo.css'

/** The person's own last steps, each with what undoing it restores, or why it cannot be undone. */
export function LastSteps() {
  const say = useWords(undoWords)
  const answer = useCall('undo.list', {}, { alwaysFresh: true })
  return (
    <SidePanel opened title={say('mySteps')} onClose={() => openUndo(null)}>
      <Answered answer={answer}>
        {({ steps }) =>
          steps.length === 0 ? (
            <Empty
              sentence={say('none')}
              action={<Anchor href={hrefOf('calendar')}>{say('noneAction')}</Anchor>}
            />
          ) : (
            <Stack gap="sm">
              <Text size="sm" c="dimmed">
                {say('mySteps20')}
              </Text>
              <ol className="araro-steps">
                {steps.map(step => (
                  <OneStep key={step.commandId} step={step} />
                ))}
              </ol>
            </Stack>
          )
        }
      </Answered>
    </SidePanel>
  )
}

function OneStep({ step }: { step: Step }) {
  const say = useWords(undoWords)
  const format = useFormat()
  const inWords = useStepInWords()
  const { undo, busy } = useUndo()
  const said = inWords(step)
  const again = step.deed === 'undid'
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <div>
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {said}
          </Text>
          <Text size="xs" c="dimmed">
            {format.instant(step.atMs)}
          </Text>
        </div>
        {step.refusal ? null : (
          <Button
            size="xs"
            variant="default"
            style={{ flexShrink: 0 }}
            loading={busy}
            onClick={() => void undo(step.commandId, said, again)}
          >
            {say(again ? 'again' : 'undo')}
          </Button>
        )}
      </Group>
      {step.refusal ? (
        <Text size="sm" c="dimmed">
          {refusalSentence(step.refusal, format)}
        </Text>
      ) : (
        <>
          <WhatChanges step={step} />
          <Printed step={step} />
        </>
      )}
    </li>
  )
}
