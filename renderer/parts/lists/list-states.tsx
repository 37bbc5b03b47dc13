import { Alert, Button, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { troubleOf } from '../../service/what-went-wrong.ts'
import { partWords } from '../../words/parts/parts.ts'
import { troubleSentence } from '../../words/parts/trouble.ts'
import { useWords } from '../../words/words.ts'

/** Shown while an answer is loading: the shape of a list, and a text for screen readers. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const say = useWords(partWords)
  return (
    <Stack gap="xs" role="status">
      <VisuallyHidden>{say('loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={36} radius="sm" />
      ))}
    </Stack>
  )
}

/** Shown for an empty list: one sentence, and one action that helps. */
export function Empty({ sentence, action }: { sentence: string; action?: ReactNode }) {
  return (
    <Stack align="center" gap="md" py="xl" px="md">
      <Text c="dimmed" ta="center" maw={460}>
        {sentence}
      </Text>
      {action}
    </Stack>
  )
}

/** Says what went wrong, with a button to try again. */
export function Failed({ error, onTryAgain }: { error: unknown; onTryAgain: () => void }) {
  const say = useWords(partWords)
  return (
    <Alert color="red" title={say('failed')} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{troubleOf(error) === 'away' ? say('failedAway') : troubleSentence(error)}</Text>
        <Button size="xs" variant="default" onClick={onTryAgain}>
          {say('tryAgain')}
        </Button>
      </Stack>
    </Alert>
  )
}

type Answer<Data> = {
  data: Data | undefined
  error: unknown
  isPending: boolean
  refetch: () => unknown
}

/**
 * Shows the three states of a call made with `useCall`; `children` renders the answer. The last answer stays while
 * the service is away.
 */
export function Answered<Data>({
  answer,
  rows,
  children,
}: {
  answer: Answer<Data>
  rows?: number
  children: (data: Data) => ReactNode
}) {
  if (answer.data !== undefined) return children(answer.data)
  if (answer.error) return <Failed error={answer.error} onTryAgain={() => void answer.refetch()} />
  return <Loading rows={rows ?? 6} />
}
