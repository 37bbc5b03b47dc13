import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'

/** A password field with a button that shows the password. Sets `aria-invalid`, which Mantine's input leaves out. */
export function PasswordField(props: PasswordInputProps) {
  const say = useWords(partWords)
  return (
    <PasswordInput
      aria-invalid={props.error ? true : undefined}
      visibilityToggleButtonProps={{ 'aria-label': say('showPassword') }}
      {...props}
    />
  )
}
