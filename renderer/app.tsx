import { Center, Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { ServiceAway, WindowNotPaired } from './frame/no-office.tsx'
import { OfficeFrame } from './frame/office-frame.tsx'
import { useSignIn } from './service/sign-in.ts'
import { useOfficeAskedAgain, useOfficeState } from './service/use-office.ts'
import { troubleOf } from './service/what-went-wrong.ts'
import { SignInScreen } from './sign-in/sign-in-screen.tsx'

const FirstRunScreen = lazy(async () => ({
  default: (await import('./first-run/first-run-screen.tsx')).FirstRunScreen,
}))

/** Shows the first-run screen, the sign-in screen or the frame with its screens. */
export function App() {
  const office = useOfficeState()
  const user = useSignIn(state => state.user)
  useOfficeAskedAgain(office.data?.ready === true && !user)
  if (!office.data) {
    const trouble = office.failureReason ? troubleOf(office.failureReason) : null
    if (trouble === 'signed-out' || trouble === 'not-allowed') return <WindowNotPaired />
    return trouble ? <ServiceAway /> : <Waiting />
  }
  if (!office.data.ready) {
    return (
      <Suspense fallback={<Waiting />}>
        <FirstRunScreen />
      </Suspense>
    )
  }
  return user ? <OfficeFrame key={user.id} /> : <SignInScreen office={office.data} />
}

function Waiting() {
  return (
    <Center h="100vh" role="status" aria-label="Araro">
      <Loader />
    </Center>
  )
}
