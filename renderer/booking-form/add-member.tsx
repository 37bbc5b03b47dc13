import { Modal } from '@mantine/core'
import type { MemberRow } from '#calls/members'
import { MemberForm } from '../members/member-form.tsx'
import { begunWith } from '../parts/fields/begun-with.ts'
import { memberWords } from '../words/members/screen.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'

type AddMemberProps = {
  /** What was typed in the field "Member" and found nobody; null while nobody is being added. */
  typed: string | null
  onAdded: (member: MemberRow) => void
  onClose: () => void
}

/** Adds a member over the open booking form, which keeps its content. */
export function AddMember({ typed, onAdded, onClose }: AddMemberProps) {
  const say = useWords(memberWords)
  const part = useWords(partWords)
  return (
    <Modal
      opened={typed !== null}
      onClose={onClose}
      title={say('addTitle')}
      closeButtonProps={{ 'aria-label': part('close') }}
    >
      {typed === null ? null : (
        <MemberForm
          member={null}
          begun={begunWith(typed)}
          onSaved={member => {
            onAdded(member)
            onClose()
          }}
          onLeave={onClose}
        />
      )}
    </Modal>
  )
}
