import { Button, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { changedMeanwhileWords } from '../../words/parts/changed-meanwhile.ts'
import { useWords } from '../../words/words.ts'
import { ThingsInTheWay } from '../refusals/in-the-way.tsx'
import { RefusalPanel } from '../refusals/refusal-panel.tsx'
import type { Form } from './use-form.ts'

/**
 * Why a form was refused, and what is in the way. If somebody else changed the record first: what they changed, and
 * what saving again does to it.
 */
export function RefusedForm<Typed>({ form }: { form: Form<Typed> }) {
  const { refusal, theirs, labelOf, takeCurrent } = form
  const say = useWords(changedMeanwhileWords)
  const panel = useRef<HTMLDivElement>(null)
  // The end of a long form may be below the window's edge, so scroll to the answer.
  useEffect(() => {
    if (!refusal) return
    panel.current?.scrollIntoView({ block: 'nearest' })
    // Save is disabled while it waits, which takes the focus from it: the keyboard goes on from the answer.
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true })
  }, [refusal])
  if (!refusal) return null
  const taken = theirs.taken.map(labelOf).join(', ')
  const yours = theirs.yours.map(labelOf).join(', ')
  return (
    <Stack gap="xs" ref={panel} tabIndex={-1} style={{ outline: 'none' }}>
      <RefusalPanel refusal={refusal} listed />
      <ThingsInTheWay refusal={refusal} />
      {refusal.reason === 'changed-meanwhile' && takeCurrent ? (
        <>
          {taken ? <Text size="sm">{say('taken', { fields: taken })}</Text> : null}
          {yours ? <Text size="sm">{say('yours', { fields: yours })}</Text> : null}
          <Text size="sm">{say('again')}</Text>
          {yours ? (
            <Button variant="default" onClick={takeCurrent} style={{ alignSelf: 'flex-start' }}>
              {say('takeCurrent')}
            </Button>
          ) : null}
        </>
      ) : null}
    </Stack>
  )
}
