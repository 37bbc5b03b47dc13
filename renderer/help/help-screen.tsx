import { Box, Paper, Stack, Text, Title } from '@mantine/core'
import { screensFor } from '../navigation.ts'
import { KeyList } from '../parts/keys/key-list.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { Page } from '../parts/page.tsx'
import { useUser } from '../service/sign-in.ts'
import { screenHelp, screenNames } from '../words/frame/screens.ts'
import { helpWords } from '../words/help/screen.ts'
import { useWords } from '../words/words.ts'

const TOPICS = ['book', 'taken', 'approve', 'life', 'rule', 'away', 'copies', 'keys'] as const

/** Answers to common questions, and the purpose of each screen. Works without a network. */
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
            {topic === 'keys' ? (
              <Box mt="sm">
                <KeyList />
              </Box>
            ) : null}
          </Paper>
        ))}
        <TheScreens />
      </Stack>
    </Page>
  )
}

/** The screens that the user may open. */
function TheScreens() {
  const say = useWords(helpWords)
  const named = useWords(screenNames)
  const help = useWords(screenHelp)
  const { role } = useUser()
  return (
    <Paper component="section" withBorder p="md" aria-labelledby="help-screens">
      <Title order={2} size="h4" id="help-screens" mb={4}>
        {say('screens')}
      </Title>
      <Facts>
        {screensFor(role).map(name => (
          <Fact key={name} label={named(name)}>
            {help(name)}
          </Fact>
        ))}
      </Facts>
    </Paper>
  )
}
