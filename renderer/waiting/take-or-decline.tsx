import { Button } from '@mantine/core'
import type { Refusal } from '#booking/refusal'
import { useCommand } from '../commands/use-command.ts'
import { tell } from '../messages/tell.ts'
import { useFormat } from '../words/format.ts'
import { waitingWords } from '../words/waiting/screen.ts'
import { useWords } from '../words/words.ts'

type OfferProps = {
  offerId: string
  /** Whoever shows it says also why it was refused, because the offer itself may be gone by then. */
  onRefused: (refusal: Refusal | null) => void
  /** The id of what tells this offer from the others of a list. */
  which?: string
}

/** The member takes what is offered, or does not. */
export function TakeOrDecline({ offerId, onRefused, which }: OfferProps) {
  const say = useWords(waitingWords)
  const format = useFormat()
  const accept = useCommand('waiting.accept')
  const decline = useCommand('waiting.decline')
  const looks = { size: 'xs', ...(which && { 'aria-describedby': which }) } as const
  async function take() {
    const answer = await accept.run({ offerId })
    onRefused(answer && !answer.ok ? answer.refusal : null)
    if (!answer?.ok) return
    const { machineName: machine, memberName: member, period } = answer.booking
    tell(say('taken', { machine, member, when: format.period(period) }))
  }
  async function refuse() {
    const answer = await decline.run({ offerId })
    onRefused(answer && !answer.ok ? answer.refusal : null)
    if (answer?.ok) tell(say('declined'))
  }
  return (
    <>
      <Button {...looks} loading={accept.busy} onClick={() => void take()}>
        {say('take')}
      </Button>
      <Button {...looks} variant="default" loading={decline.busy} onClick={() => void refuse()}>
        {say('decline')}
      </Button>
    </>
  )
}
