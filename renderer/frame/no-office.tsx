import { Center, Loader, Stack, Text, Title } from '@mantine/core'
import { frameWords } from '../words/frame/frame.ts'
import { useWords } from '../words/words.ts'

/** The shell does not know this window: its address was opened before, or by somebody else. */
export function WindowNotPaired() {
  const say = useWords(frameWords)
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack maw={440} gap="sm">
        <Title order={1}>{say('notPairedTitle')}</Title>
        <Text>{say('notPaired')}</Text>
      </Stack>
    </Center>
  )
}

/** No answer yet from the service; it is asked again by itself. */
export function ServiceAway() {
  const say = useWords(frameWords)
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack align="center" gap="sm" role="status">
        <Loader />
        <Text>{say('away')}</Text>
      </Stack>
    </Center>
  )
}
