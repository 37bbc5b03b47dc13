import { Modal } from '@mantine/core'
import { KeyList } from '../parts/keys/key-list.tsx'
import { keyWords } from '../words/parts/keys.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'

/** The list of keys, over whatever screen is shown. */
export function KeysSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords(keyWords)
  const part = useWords(partWords)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('title')}
      closeButtonProps={{ 'aria-label': part('close') }}
      size="72rem"
      centered
    >
      <KeyList />
    </Modal>
  )
}
