import { Button, FileButton, Group, Image, Input, Paper, Stack, Text } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import { LOGO } from '#calls/limits'
import { type OnPaper, PaperName } from '../parts/paper/paper-head.tsx'
import { shrinkPhoto } from '../parts/photos/shrink-photo.ts'
import { callOffice } from '../service/calls-by-name.ts'
import { noteTrouble } from '../service/query-client.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { settingsWords } from '../words/settings/screen.ts'
import { useWords } from '../words/words.ts'

/** A data URL is a third longer than its bytes. */
const LONGEST = Math.floor((LOGO.bytes * 4) / 3) - 100

type LogoFieldProps = {
  label: string
  /** Of the photo that was kept; null if there is none. */
  hash: string | null
  onChange: (hash: string | null) => void
  error: string | true | null
}

/** The cooperative's logo. It is made small and kept as it is chosen, so that saving sends only which one. */
export function LogoField({ label, hash, onChange, error }: LogoFieldProps) {
  const say = useWords(settingsWords)
  const { busy, wrong, pick } = useKept(onChange)
  const shown = useLogo(hash)
  const said = wrong ?? (typeof error === 'string' ? error : null)
  return (
    <Stack gap={6} align="flex-start">
      <div>
        <Input.Label labelElement="div">{label}</Input.Label>
        <Input.Description>{say('logoHint')}</Input.Description>
      </div>
      {hash === null ? (
        <Text size="sm">{say('noLogo')}</Text>
      ) : (
        <Paper p={6} bg="white" withBorder>
          {shown ? <Image src={shown} alt={label} h={56} w="auto" maw={240} fit="contain" /> : null}
        </Paper>
      )}
      <Group gap="xs">
        <FileButton accept="image/jpeg,image/png" onChange={file => void pick(file)}>
          {props => (
            <Button
              {...props}
              variant="default"
              size="xs"
              leftSection={<IconPhoto size={14} aria-hidden />}
              loading={busy}
            >
              {say('chooseLogo')}
            </Button>
          )}
        </FileButton>
        {hash === null ? null : (
          <Button variant="default" size="xs" onClick={() => onChange(null)}>
            {say('removeLogo')}
          </Button>
        )}
      </Group>
      {said ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {said}
        </Text>
      ) : null}
    </Stack>
  )
}

/** Keeps the picture that was chosen, and says why if it cannot be kept. */
function useKept(onKept: (hash: string) => void) {
  const say = useWords(settingsWords)
  const format = useFormat()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)

  async function keep(file: File): Promise<string | null> {
    const photo = await shrinkPhoto(file, { side: LOGO.side, length: LONGEST, drawn: true })
    if (!photo) return say('logoUnreadable', { name: file.name })
    const kept = await callOffice('bookings.keepPhoto', { photo })
    if (!kept.ok) return refusalSentence(kept.refusal, format)
    onKept(kept.hash)
    return null
  }
  async function pick(file: File | null): Promise<void> {
    if (!file) return
    setBusy(true)
    try {
      setWrong(await keep(file))
    } catch (trouble) {
      noteTrouble(trouble)
      sayTrouble(trouble)
    } finally {
      setBusy(false)
    }
  }
  return { busy, wrong, pick }
}

/** The picture as a data URL; null if there is none, or until it is there. */
export function useLogo(hash: string | null): string | null {
  return useCall('bookings.photo', { hash: hash ?? '' }, { enabled: hash !== null }).data?.photo ?? null
}

/** How the head of papers looks. */
export function PaperLooks({ office }: { office: OnPaper }) {
  const say = useWords(settingsWords)
  return (
    <section aria-label={say('paperLooks')}>
      <Text size="sm" fw={500} mb={4}>
        {say('paperLooks')}
      </Text>
      <Paper p="sm" bg="white" c="black" withBorder>
        <PaperName office={office} />
      </Paper>
    </section>
  )
}
