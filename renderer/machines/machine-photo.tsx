import { Button, FileButton, Group, Image, Stack, Text } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { PHOTO_LENGTH } from '#calls/limits'
import type { MachineRow } from '#calls/machines'
import { useCommand } from '../commands/use-command.ts'
import { tell } from '../messages/tell.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { shrinkPhoto } from '../parts/photos/shrink-photo.ts'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCall } from '../service/use-call.ts'
import { machineWords } from '../words/machines/screen.ts'
import { useWords } from '../words/words.ts'

const LONGEST_SIDE = 800

/** The machine's photo. Users who may change the machine may change it. */
export function MachinePhoto({ machine, mayChange }: { machine: MachineRow; mayChange: boolean }) {
  const say = useWords(machineWords)
  const answer = useCall('machines.photo', { machineId: machine.id }, { enabled: machine.hasPhoto })
  const photo = machine.hasPhoto ? answer.data?.photo : null
  if (!photo && !mayChange) return null
  return (
    <Stack gap="xs">
      {photo ? (
        <Image
          src={photo}
          alt={say('photoOf', { name: machine.name })}
          radius="md"
          mah={260}
          w="auto"
          maw="100%"
          fit="contain"
        />
      ) : null}
      {mayChange ? <PhotoButtons machine={machine} /> : null}
    </Stack>
  )
}

function PhotoButtons({ machine }: { machine: MachineRow }) {
  const say = useWords(machineWords)
  const setPhoto = useCommand('machines.setPhoto')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [unreadable, setUnreadable] = useState(false)

  async function put(photo: string | null) {
    const outcome = await setPhoto.run({ machineId: machine.id, version: machine.version, photo })
    if (!outcome) return
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (outcome.ok) tell(say(photo ? 'photoSaved' : 'photoRemoved'))
  }
  async function pick(file: File | null) {
    if (!file) return
    const photo = await shrinkPhoto(file, { side: LONGEST_SIDE, length: PHOTO_LENGTH })
    setUnreadable(photo === null)
    if (photo) await put(photo)
  }
  return (
    <>
      <Group gap="xs">
        <FileButton onChange={file => void pick(file)} accept="image/jpeg,image/png,image/webp">
          {props => (
            <Button
              {...props}
              variant="default"
              size="xs"
              leftSection={<IconPhoto size={14} aria-hidden />}
              loading={setPhoto.busy}
            >
              {say(machine.hasPhoto ? 'changePhoto' : 'choosePhoto')}
            </Button>
          )}
        </FileButton>
        {machine.hasPhoto ? (
          <Button {...DESTRUCTIVE} size="xs" loading={setPhoto.busy} onClick={() => void put(null)}>
            {say('removePhoto')}
          </Button>
        ) : null}
      </Group>
      {unreadable ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {say('photoUnreadable')}
        </Text>
      ) : null}
      {refusal ? <RefusalPanel refusal={refusal} /> : null}
    </>
  )
}
