import { Alert, Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { callOffice, type OutputOf } from '../service/calls-by-name.ts'
import { noteTrouble } from '../service/query-client.ts'
import { useFormat } from '../words/format.ts'
import { historyWords } from '../words/history/screen.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { useWords } from '../words/words.ts'

/** Verifies the whole history on request. */
export function ChainCheck() {
  const say = useWords(historyWords)
  const format = useFormat()
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<OutputOf<'history.verify'> | null>(null)

  async function check() {
    setBusy(true)
    setResult(null)
    try {
      setResult(await callOffice('history.verify', {}))
    } catch (error) {
      noteTrouble(error)
      sayTrouble(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap="md" align="flex-start" maw={640}>
      <Text size="sm">{say('checkExplain')}</Text>
      <Button onClick={() => void check()} loading={busy}>
        {say('check')}
      </Button>
      <div role="status">
        {result?.ok ? (
          <Alert color="rice">
            {say('whole', { count: result.rows, shown: format.number(result.rows) })}
          </Alert>
        ) : null}
        {result && !result.ok ? (
          <Alert color="red">{say('broken', { line: format.number(result.brokenAt) })}</Alert>
        ) : null}
      </div>
    </Stack>
  )
}
