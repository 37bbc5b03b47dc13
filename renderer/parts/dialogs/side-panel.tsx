import { Drawer } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'

type SidePanelProps = {
  opened: boolean
  title: string
  onClose: () => void
  wide?: boolean
  children: ReactNode
}

/**
 * Shows one record, or its form, at the right of a list. Escape closes the panel, and so does a click beside it unless
 * somebody may be typing in it. On a phone it takes the whole width.
 */
export function SidePanel({ opened, title, onClose, wide, children }: SidePanelProps) {
  const say = useWords(partWords)
  const id = useId()
  return (
    <Drawer
      opened={opened}
      onClose={() => isUppermost(id) && onClose()}
      position="right"
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'data-panel': id }, header: { role: 'presentation' } }}
      size={wide ? 620 : 500}
      title={title}
      closeOnClickOutside={false}
      overlayProps={{ onClick: () => !takesText(id) && onClose() }}
      closeButtonProps={{ 'aria-label': say('close') }}
      styles={{
        title: { fontWeight: 600, fontSize: '1.1rem', overflowWrap: 'anywhere' },
        content: { maxWidth: '100vw' },
      }}
    >
      {opened ? children : null}
    </Drawer>
  )
}

/** Whether a form is open in the panel: its own, or one among the facts of a record. */
function takesText(id: string): boolean {
  return document.querySelector(`[data-panel="${id}"] :is(form, textarea)`) !== null
}

/** Escape must close only the topmost dialog: a question over the panel, but not the panel as well. */
function isUppermost(id: string): boolean {
  const dialogs = document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')
  const last = dialogs[dialogs.length - 1]
  return !last || last.dataset.panel === id
}
