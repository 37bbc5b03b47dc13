import { Alert, Button, Group, Stack } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { tryAgainNow, useLiveChanges } from '../service/live-changes.ts'
import { frameWords } from '../words/frame/frame.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'

type BoundaryProps = { children: ReactNode; onLeave?: () => void }

/** A screen that breaks, or whose code cannot be fetched, takes nothing else down with it. */
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
  // A page that is loaded from a service that is away is an empty one.
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
