import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import type { Beside } from '../parts/dialogs/use-beside.ts'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { useCall } from '../service/use-call.ts'
import { batchWords } from '../words/batches/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { BatchForm } from './batch-form.tsx'
import { BatchPanel } from './batch-panel.tsx'

export const OWN = ['open'] as const
export type Own = (typeof OWN)[number]
type BesideBatchesProps = { beside: Beside<Own>; go: (beside: Beside<Own>) => void }

/** The panel to the right of the batches: one of them with its shares, or the form. */
export function BesideBatches({ beside, go }: BesideBatchesProps) {
  const say = useWords(batchWords)
  const close = () => go(null)
  return (
    <>
      {typeof beside === 'object' && beside !== null ? (
        <OneBatch key={'show' in beside ? beside.show : beside.change} beside={beside} go={go} />
      ) : null}
      <SidePanel opened={beside === 'open'} title={say('open')} onClose={close}>
        <BatchForm batch={null} onSaved={batch => go({ show: batch.id })} onLeave={close} />
      </SidePanel>
    </>
  )
}

type OneBatchProps = { beside: { show: string } | { change: string }; go: (beside: Beside<Own>) => void }

function OneBatch({ beside, go }: OneBatchProps) {
  const say = useWords(batchWords)
  const format = useFormat()
  const changing = 'change' in beside
  const batchId = changing ? beside.change : beside.show
  const answer = useCall('batches.get', { batchId })
  const batch = answer.data?.batch
  const title = batch
    ? say('batchOf', { machine: batch.machineName, when: format.day(batch.day) })
    : say('title')
  return (
    <SidePanel
      opened
      title={changing ? say('changeTitle', { title }) : title}
      onClose={() => go(null)}
      wide={!changing}
    >
      <Answered answer={answer}>
        {found => {
          if (!found) return <Empty sentence={say('gone')} />
          const show = () => go({ show: batchId })
          return changing ? (
            <BatchForm batch={found.batch} onSaved={show} onLeave={show} />
          ) : (
            <BatchPanel found={found} onChange={() => go({ change: batchId })} />
          )
        }}
      </Answered>
    </SidePanel>
  )
}
