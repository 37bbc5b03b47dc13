import { Alert, Button, Group, Stack } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { tryAgainNow, useLiveChanges } from '../service/live-changes.ts'
import { frameWords } from '../words/frame/frame.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'

type BoundaryProps = { children: ReactNode; onLeave?: () => void }

/** Contains a screen that throws, or whose code cannot be fetched, so that the rest of the window keeps working. */
export class ScreenBoundary extends Component<BoundaryProps, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return <Broken onLeave={this.props.onLeave} />
  }
}

function Broken({ onLeave }: { onLeave: (() => void) | undefined }) {
  const say = useWords(frameWords)
  const part = useWords(partWords)
  const away = useLiveChanges(state => state.state === 'away')
  // Reloading while the service is away would leave an empty page.
  const loadAgain = () => (away ? tryAgainNow() : window.location.reload())
  return (
    <Alert color="red" m="md" role="alert" title={say('screenFailed')}>
      <Stack align="flex-start">
        <Group gap="xs">
          <Button variant="default" onClick={loadAgain}>
            {say('reload')}
          </Button>
          {onLeave ? (
            <Button variant="default" onClick={onLeave}>
              {part('close')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Alert>
  )
}
