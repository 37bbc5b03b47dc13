import { Button, type ButtonProps, Stack } from '@mantine/core'
import type { FormEvent, ReactNode, Ref } from 'react'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { Foot } from './foot.tsx'
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
  /** The form is a dialog's: its buttons stand at the right, the one that saves last. */
  inDialog?: boolean
  gap?: 'sm' | 'md'
  /** The fields. */
  children: ReactNode
}

/** The frame around a form's fields: the notice about restored text, the refusal, and the buttons. */
export function FormFrame<Typed>(props: FormFrameProps<Typed>) {
  const { form, save, saveProps, onLeave, leave, inDialog = false, gap = 'sm', children } = props
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
          <Foot inDialog={inDialog}>
            {saveButton}
            <Button variant="default" onClick={onLeave}>
              {leave ?? say('back')}
            </Button>
          </Foot>
        ) : (
          saveButton
        )}
      </Stack>
    </form>
  )
}
