import { Button, type ButtonProps, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode, Ref } from 'react'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { RefusedForm } from './refused-form.tsx'
import { RestoredNotice } from './restored-notice.tsx'
import type { Form } from './use-form.ts'

type FormFrameProps<Typed> = {
  form: Form<Typed>
  /** The label of the button that saves. */
  save: string
  saveProps?: ButtonProps & { ref?: Ref<HTMLButtonElement> }
  /** If not given, the form has no button to go back. */
  onLeave?: () => void
  /** The label of that button, where "Cancel" would be mistaken for what the form does. */
  leave?: string | undefined
  gap?: 'sm' | 'md'
  /** The fields. */
  children: ReactNode
}

/** The frame around a form's fields: the notice about restored text, the refusal, and the buttons. */
export function FormFrame<Typed>(props: FormFrameProps<Typed>) {
  const { form, save, saveProps, onLeave, leave, gap = 'sm', children } = props
  const say = useWords(partWords)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    void form.save(event.currentTarget)
  }
  const saveButton = (
    <Button type="submit" loading={form.busy} {...saveProps}>
      {save}
    </Button>
  )
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={gap}>
        <RestoredNotice shown={form.restored} onDiscard={form.discard} />
        {children}
        <RefusedForm form={form} />
        {onLeave ? (
          <Group justify="flex-end">
            <Button variant="default" onClick={onLeave}>
              {leave ?? say('back')}
            </Button>
            {saveButton}
          </Group>
        ) : (
          saveButton
        )}
      </Stack>
    </form>
  )
}
