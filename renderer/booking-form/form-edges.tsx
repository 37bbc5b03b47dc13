import { Box, Button } from '@mantine/core'
import { bookingFormWords } from '../words/booking-form.ts'
import { useWords } from '../words/words.ts'

/** Save stays in sight however long the form is. */
export function FormFoot({ busy, enabled }: { busy: boolean; enabled: boolean }) {
  const say = useWords(bookingFormWords)
  return (
    <Box px="md" py="sm" style={{ borderTop: '1px solid var(--araro-line)' }}>
      <Button type="submit" fullWidth disabled={!enabled} loading={busy} title={say('shortcut')}>
        {say('save')}
      </Button>
    </Box>
  )
}
