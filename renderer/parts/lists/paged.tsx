import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { Failed, Loading } from './list-states.tsx'

type Pages<Page> = {
  data: { pages: Page[] } | undefined
  error: unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

type PagedProps<Page, Row> = {
  answer: Pages<Page>
  rowsOf: (page: Page) => readonly Row[]
  /** Shown if the list has no rows. */
  empty: ReactNode
  children: (rows: Row[]) => ReactNode
}

/** Shows the states of a list read with `usePages`, and the button for more rows. */
export function Paged<Page, Row>({ answer, rowsOf, empty, children }: PagedProps<Page, Row>) {
  const say = useWords(partWords)
  if (!answer.data) {
    return answer.error ? (
      <Failed error={answer.error} onTryAgain={() => void answer.refetch()} />
    ) : (
      <Loading rows={8} />
    )
  }
  const rows = answer.data.pages.flatMap(page => [...rowsOf(page)])
  if (rows.length === 0) return empty
  return (
    <>
      {children(rows)}
      {answer.hasNextPage ? (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            loading={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            {say('more')}
          </Button>
        </Group>
      ) : null}
    </>
  )
}
