import { Button, FileButton, Input, Stack, Text } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { MOST_PHOTOS } from '#booking/bookings/photo-kind'
import { FACT_PHOTO_LENGTH } from '#calls/limits'
import { callOffice } from '../../service/calls-by-name.ts'
import { noteTrouble } from '../../service/query-client.ts'
import { useFormat } from '../../words/format.ts'
import { partWords } from '../../words/parts/parts.ts'
import { sayTrouble } from '../../words/parts/trouble.ts'
import { refusalSentence } from '../../words/refusals/sentence.ts'
import { useWords } from '../../words/words.ts'
import { PhotoThumbs } from './photo-thumbs.tsx'
import { shrinkPhoto } from './shrink-photo.ts'

/** In pixels: enough to see a dent. */
const LONGEST_SIDE = 1280

type PhotosFieldProps = {
  label: string
  /** The hashes of the photos that were kept for this form. */
  hashes: readonly string[]
  onChange: (hashes: string[]) => void
  /** What the office says against them. */
  error: string | true | null
}

/** Photos of a hand-over or a breakdown. Each is made small and kept as it is chosen, so that saving sends only which ones. */
export function PhotosField({ label, hashes, onChange, error }: PhotosFieldProps) {
  const say = useWords(partWords)
  const format = useFormat()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  // Photos are kept one after another, and one may be taken away meanwhile.
  const latest = useRef(hashes)
  latest.current = hashes
  const room = MOST_PHOTOS - hashes.length

  async function keep(file: File): Promise<string | null> {
    const photo = await shrinkPhoto(file, { side: LONGEST_SIDE, length: FACT_PHOTO_LENGTH })
    if (!photo) return say('photoUnreadable', { name: file.name })
    const kept = await callOffice('bookings.keepPhoto', { photo })
    if (!kept.ok) return refusalSentence(kept.refusal, format)
    onChange([...latest.current.filter(hash => hash !== kept.hash), kept.hash])
    return null
  }
  async function pick(files: File[]): Promise<void> {
    setBusy(true)
    setWrong(files.length > room ? say('photosTooMany', { most: MOST_PHOTOS }) : null)
    try {
      for (const file of files.slice(0, room)) {
        const why = await keep(file)
        if (why) setWrong(why)
      }
    } catch (trouble) {
      noteTrouble(trouble)
      sayTrouble(trouble)
    } finally {
      setBusy(false)
    }
  }
  const said = wrong ?? (typeof error === 'string' ? error : null)
  return (
    <Stack gap={6} align="flex-start">
      <Input.Label labelElement="div">{label}</Input.Label>
      <PhotoThumbs hashes={hashes} onRemove={hash => onChange(hashes.filter(one => one !== hash))} />
      <FileButton multiple accept="image/jpeg,image/png,image/webp" onChange={files => void pick(files)}>
        {props => (
          <Button
            {...props}
            variant="default"
            size="xs"
            leftSection={<IconCamera size={14} aria-hidden />}
            loading={busy}
            disabled={room <= 0}
          >
            {say('addPhotos')}
          </Button>
        )}
      </FileButton>
      {said ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {said}
        </Text>
      ) : null}
    </Stack>
  )
}
