import { ActionIcon, Anchor, Group, Image, Modal, Skeleton, UnstyledButton } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall } from '../../service/use-call.ts'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'

const THUMB = 72

type PhotoThumbsProps = {
  hashes: readonly string[]
  /** Takes one away; not given where photos are only looked at. */
  onRemove?: (hash: string) => void
}

/** Photos as small pictures. A press opens one in full, where the arrows lead to the others. */
export function PhotoThumbs({ hashes, onRemove }: PhotoThumbsProps) {
  const say = useWords(partWords)
  const { named, setOpen, inFull } = useInFull(hashes)
  if (hashes.length === 0) return null
  return (
    <>
      <Group gap="xs">
        {hashes.map((hash, index) => (
          <div key={hash} style={{ position: 'relative' }}>
            <UnstyledButton aria-label={named(index)} onClick={() => setOpen(index)}>
              <Photo hash={hash} alt="" size={THUMB} />
            </UnstyledButton>
            {onRemove ? (
              <ActionIcon
                variant="default"
                size="sm"
                radius="xl"
                aria-label={say('removePhoto', { number: index + 1 })}
                onClick={() => onRemove(hash)}
                style={{ position: 'absolute', top: -6, right: -6 }}
              >
                <IconX size={12} aria-hidden />
              </ActionIcon>
            ) : null}
          </div>
        ))}
      </Group>
      {inFull}
    </>
  )
}

/** How many photos there are, for a list, which loads none of them. A press opens the first in full. */
export function CountedPhotos({ hashes }: { hashes: readonly string[] }) {
  const say = useWords(partWords)
  const { setOpen, inFull } = useInFull(hashes)
  if (hashes.length === 0) return null
  return (
    <>
      <Anchor component="button" type="button" size="sm" onClick={() => setOpen(0)}>
        {say('photos', { count: hashes.length })}
      </Anchor>
      {inFull}
    </>
  )
}

/** One of the photos in full, from which the arrows lead to the others. */
function useInFull(hashes: readonly string[]) {
  const say = useWords(partWords)
  const [open, setOpen] = useState<number | null>(null)
  const named = (index: number) => say('photoNumbered', { number: index + 1, count: hashes.length })
  const inFull =
    open === null || hashes[open] === undefined ? null : (
      <PhotoInFull
        hash={hashes[open]}
        title={named(open)}
        onClose={() => setOpen(null)}
        onBefore={open > 0 ? () => setOpen(open - 1) : null}
        onNext={open < hashes.length - 1 ? () => setOpen(open + 1) : null}
      />
    )
  return { named, setOpen, inFull }
}

type PhotoInFullProps = {
  hash: string
  title: string
  onClose: () => void
  /** Null at the ends. */
  onBefore: (() => void) | null
  onNext: (() => void) | null
}

function PhotoInFull({ hash, title, onClose, onBefore, onNext }: PhotoInFullProps) {
  const say = useWords(partWords)
  const step = (label: string, go: (() => void) | null, icon: typeof IconX) => {
    const Icon = icon
    return (
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={label}
        disabled={go === null}
        onClick={() => go?.()}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
    )
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="xl"
      centered
      closeButtonProps={{ 'aria-label': say('close') }}
      onKeyDown={event => {
        if (event.key === 'ArrowLeft') onBefore?.()
        if (event.key === 'ArrowRight') onNext?.()
      }}
    >
      <Photo hash={hash} alt={title} />
      {onBefore || onNext ? (
        <Group justify="center" mt="sm">
          {step(say('photoBefore'), onBefore, IconChevronLeft)}
          {step(say('photoNext'), onNext, IconChevronRight)}
        </Group>
      ) : null}
    </Modal>
  )
}

/** @param size of a square thumbnail; not given: as large as there is room */
function Photo({ hash, alt, size }: { hash: string; alt: string; size?: number }) {
  const photo = useCall('bookings.photo', { hash }).data?.photo
  if (!photo) return <Skeleton w={size ?? '100%'} h={size ?? 320} />
  return size ? (
    <Image src={photo} alt={alt} w={size} h={size} radius="sm" fit="cover" />
  ) : (
    <Image src={photo} alt={alt} mah="70vh" w="auto" maw="100%" mx="auto" fit="contain" radius="sm" />
  )
}
