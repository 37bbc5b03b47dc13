import { Button, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Refusal } from '#booking/refusal'
import { changedMeanwhileWords } from '../../words/parts/changed-meanwhile.ts'
import { useWords } from '../../words/words.ts'
import { RefusalPanel } from '../refusals/refusal-panel.tsx'
import type { Theirs } from './take-over.ts'

type RefusedFormProps<Typed> = {
  refusal: Refusal | null
  /** What somebody else changed, and what its fields are called; null for what the form does not show. */
  theirs: Theirs<Typed>
  nameOf: (field: keyof Typed) => string | null
  /** Fills the form with the record as it is now; left out where there is none. */
  onTakeCurrent?: (() => void) | undefined
}

/** Why a form was not taken. When somebody else was faster: what they changed, and what saving again does to it. */
export function RefusedForm<Typed>({ refusal, theirs, nameOf, onTakeCurrent }: RefusedFormProps<Typed>) {
  const say = useWords(changedMeanwhileWords)
  const panel = useRef<HTMLDivElement>(null)
  // A long form ends below the window's edge: the answer must not stay there unseen.
  useEffect(() => {
    if (refusal) panel.current?.scrollIntoView({ block: 'nearest' })
  }, [refusal])
  if (!refusal) return null
  const named = (fields: readonly (keyof Typed)[]) => fields.map(nameOf).filter(Boolean).join(', ')
  const taken = named(theirs.taken)
  const yours = named(theirs.yours)
  return (
    <Stack gap="xs" ref={panel}>
      <RefusalPanel refusal={refusal} />
      {refusal.reason === 'changed-meanwhile' && onTakeCurrent ? (
        <>
          {taken ? <Text size="sm">{say('taken', { fields: taken })}</Text> : null}
          {yours ? <Text size="sm">{say('yours', { fields: yours })}</Text> : null}
          <Text size="sm">{say('again')}</Text>
          {yours ? (
            <Button variant="default" onClick={onTakeCurrent} style={{ alignSelf: 'flex-start' }}>
              {say('takeCurrent')}
            </Button>
          ) : null}
        </>
      ) : null}
    </Stack>
  )
}
