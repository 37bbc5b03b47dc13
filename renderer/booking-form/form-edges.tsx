import { Box, Button } from '@mantine/core'
import type { Ref } from 'react'
import { bookingFormWords } from '../words/bookings/form.ts'
import { useWords } from '../words/words.ts'

type FormFootProps = { busy: boolean; enabled: boolean; saveRef: Ref<HTMLButtonElement> }

/** Save stays visible however long the form is. */
export function FormFoot({ busy, enabled, saveRef }: FormFootProps) {
  const say = useWords(bookingFormWords)
  return (
    <Box px="md" py="sm" style={{ borderTop: '1px solid var(--araro-line)' }}>
      <Button
        ref={saveRef}
        type="submit"
        fullWidth
        disabled={!enabled}
        loading={busy}
        title={say('shortcut')}
      >
        {say('save')}
      </Button>
    </Box>
  )
}
