import { Text } from '@mantine/core'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'

/** Said with a row of which another program wrote something that Araro does not know. */
export function Unreadable({ row }: { row: { unreadable?: string[] | undefined } }) {
  const say = useWords(partWords)
  return row.unreadable ? (
    <Text size="xs" c="red.9">
      {say('unreadable')}
    </Text>
  ) : null
}
