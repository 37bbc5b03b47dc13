import { Anchor } from '@mantine/core'

type PhoneLinkProps = { phone: string; label?: string; className?: string }

/** A phone number that can be called with a press; nothing if there is none. */
export function PhoneLink({ phone, label, className }: PhoneLinkProps) {
  if (!phone) return null
  return (
    <Anchor
      size="sm"
      href={`tel:${phone.replaceAll(' ', '')}`}
      title={label}
      style={{ whiteSpace: 'nowrap' }}
      {...(className && { className })}
    >
      {phone}
    </Anchor>
  )
}
