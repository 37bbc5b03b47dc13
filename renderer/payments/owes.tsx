import { Group, Paper, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { OutputOf } from '../service/calls-by-name.ts'
import { useFormat } from '../words/format.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'

type OwesProps = { name: string; owes: OutputOf<'members.get'>['owes'] }

/** What a member owes, and for how long. */
export function OwesSentence({ name, owes }: OwesProps) {
  const inWords = useOwesInWords()
  return owes ? inWords(name, owes) : null
}

export function useOwesInWords(): (name: string, owes: NonNullable<OwesProps['owes']>) => string {
  const say = useWords(paymentWords)
  const format = useFormat()
  return (name, owes) => {
    const amount = format.money(owes.owedCentavos)
    return owes.days === 0
      ? say('owesToday', { name, amount })
      : say('owesFor', { name, amount, count: owes.days })
  }
}

/** The same where somebody is about to promise something. Nothing is refused because of it. */
export function OwesWarning({ name, owes }: OwesProps) {
  if (!owes) return null
  return (
    <Paper p="xs" bg="var(--araro-warn-ground)" c="var(--araro-warn-text)" role="status">
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <IconAlertTriangle size={18} style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
        <Text size="sm">
          <OwesSentence name={name} owes={owes} />
        </Text>
      </Group>
    </Paper>
  )
}
