import { Text } from '@mantine/core'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'

/** Shown on a row that contains values which Araro cannot read, because another program wrote them. */
export function Unreadable({ row }: { row: { unreadable?: string[] | undefined } }) {
  const say = useWords(partWords)
  return row.unreadable ? (
    <Text size="xs" c="red.9">
      {say('unreadable')}
    </Text>
  ) : null
}
