import { UnstyledButton } from '@mantine/core'
import { tryAgainNow, useLiveChanges } from '../service/live-changes.ts'
import { frameWords } from '../words/frame/frame.ts'
import { useWords } from '../words/words.ts'

/** Shown while the service does not answer. Meanwhile, screens keep what they show and forms keep their text. */
export function AwayBar() {
  const say = useWords(frameWords)
  const away = useLiveChanges(state => state.state === 'away')
  return (
    <div role="status">
      {away ? (
        <div className="araro-bar">
          <span>{say('away')}</span>
          <UnstyledButton onClick={tryAgainNow}>{say('awayTry')}</UnstyledButton>
        </div>
      ) : null}
    </div>
  )
}
