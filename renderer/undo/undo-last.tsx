import { Button, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Step } from '#calls/undo'
import { useUndo } from '../commands/use-undo.ts'
import { Foot } from '../parts/form/foot.tsx'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { useCall } from '../service/use-call.ts'
import { openUndo } from '../undo-open.ts'
import { useFormat } from '../words/format.ts'
import { partWords } from '../words/parts/parts.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { undoWords } from '../words/undo/screen.ts'
import { useWords } from '../words/words.ts'
import { lastStepOf } from './last-step-of.ts'
import { Printed } from './printed.tsx'
import { useStepInWords } from './step-in-words.ts'
import { WhatChanges } from './what-changes.tsx'

const close = () => openUndo(null)

/** Asks whether the last step is undone, and shows what that restores. Enter undoes it. */
export function UndoLast() {
  const say = useWords(undoWords)
  const part = useWords(partWords)
  const answer = useCall('undo.list', {}, { alwaysFresh: true })
  const step = answer.data && lastStepOf(answer.data.steps)
  return (
    <Modal
      opened
      onClose={close}
      title={say(step?.refusal ? 'lastStepCannot' : 'lastStep')}
      closeButtonProps={{ 'aria-label': part('close') }}
      centered
    >
      <Answered answer={answer} rows={2}>
        {() => (step ? <Question step={step} /> : <Empty sentence={say('none')} />)}
      </Answered>
    </Modal>
  )
}

function Question({ step }: { step: Step }) {
  const say = useWords(undoWords)
  const part = useWords(partWords)
  const format = useFormat()
  const inWords = useStepInWords()
  const { undo, busy } = useUndo()
  const said = inWords(step)
  // The dialog gives the focus as it opens. If the answer comes later, it had no button to give it to.
  const main = useRef<HTMLButtonElement>(null)
  useEffect(() => main.current?.focus(), [])
  async function press() {
    if (await undo(step.commandId, said)) close()
  }
  return (
    <Stack gap="md">
      <Text size="sm" fw={600}>
        {said}
        <Text span c="dimmed" fw={400}>{` · ${format.instant(step.atMs)}`}</Text>
      </Text>
      {step.refusal ? (
        <Text size="sm">{refusalSentence(step.refusal, format)}</Text>
      ) : (
        <>
          <WhatChanges step={step} />
          <Printed step={step} />
        </>
      )}
      <Foot inDialog>
        {step.refusal ? (
          <Button onClick={() => openUndo('list')} ref={main} data-autofocus>
            {say('mySteps')}
          </Button>
        ) : (
          <Button onClick={() => void press()} loading={busy} ref={main} data-autofocus>
            {say('undo')}
          </Button>
        )}
        <Button variant="default" onClick={close}>
          {part('back')}
        </Button>
      </Foot>
    </Stack>
  )
}
