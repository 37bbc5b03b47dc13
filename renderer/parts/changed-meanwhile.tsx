import { Button, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Refusal } from '#booking/refusal'
import { changedMeanwhileWords } from '../words/changed-meanwhile.ts'
import { useWords } from '../words/words.ts'
import { RefusalPanel } from './refusal-panel.tsx'

type RefusedFormProps = {
  refusal: Refusal | null
  /** Fills the form with the record as it is now; left out where there is none. */
  onTakeCurrent?: (() => void) | undefined
}

/** Why a form was not taken. When somebody else was faster: keep what is typed, or start from what is there now. */
export function RefusedForm({ refusal, onTakeCurrent }: RefusedFormProps) {
  const say = useWords(changedMeanwhileWords)
  const panel = useRef<HTMLDivElement>(null)
  // A long form ends below the window's edge: the answer must not stay there unseen.
  useEffect(() => {
    if (refusal) panel.current?.scrollIntoView({ block: 'nearest' })
  }, [refusal])
  if (!refusal) return null
  return (
    <Stack gap="xs" ref={panel}>
      <RefusalPanel refusal={refusal} />
      {refusal.reason === 'changed-meanwhile' && onTakeCurrent ? (
        <>
          <Text size="sm">{say('again')}</Text>
          <Button variant="default" onClick={onTakeCurrent} style={{ alignSelf: 'flex-start' }}>
            {say('takeCurrent')}
          </Button>
        </>
      ) : null}
    </Stack>
  )
}
