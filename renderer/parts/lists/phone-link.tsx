import { Anchor } from '@mantine/core'

/** A phone number that can be called with a press; nothing if there is none. */
export function PhoneLink({ phone, label }: { phone: string; label?: string }) {
  if (!phone) return null
  return (
    <Anchor size="sm" href={`tel:${phone.replaceAll(' ', '')}`} title={label}>
      {phone}
    </Anchor>
  )
}
