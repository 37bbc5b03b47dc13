import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'

/** A password that can be shown while it is typed. Mantine's input does not tell a screen reader that it is wrong. */
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
