import { Paper, Stack, Text, Title } from '@mantine/core'
import { Page } from '../parts/page.tsx'
import { helpWords } from '../words/help/screen.ts'
import { useWords } from '../words/words.ts'

const TOPICS = ['book', 'taken', 'approve', 'life', 'rule', 'away', 'copies', 'keys'] as const

/** Answers to what an office asks, there without a network. */
export function HelpScreen() {
  const say = useWords(helpWords)
  return (
    <Page title={say('title')}>
      <Stack gap="sm" maw={760}>
        {TOPICS.map(topic => (
          <Paper key={topic} component="section" withBorder p="md" aria-labelledby={`help-${topic}`}>
            <Title order={2} size="h4" id={`help-${topic}`} mb={4}>
              {say(`${topic}Title`)}
            </Title>
            <Text>{say(topic)}</Text>
          </Paper>
        ))}
      </Stack>
    </Page>
  )
}
