import { Center, Loader, Stack, Text, Title } from '@mantine/core'
import { frameWords } from '../words/frame/frame.ts'
import { useWords } from '../words/words.ts'

/** Shown in a browser that is not paired, for example because the key in its address was used before. */
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

/** Shown until the service answers for the first time. The call is repeated automatically. */
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
