import { AppShell, Box } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { Suspense, useEffect } from 'react'
import { may } from '#booking/users/roles'
import { useRestoredDraft } from '../booking-form/restore-draft.ts'
import { dismissMessages, messagesOfScreenGone } from '../messages/tell.ts'
import { closeBeside, goTo, SCREENS, screensFor, usePlace } from '../navigation.ts'
import { closeBookingForm, FORM_COVERS, useBookingForm } from '../open-booking-form.ts'
import { closeTakePayment, openPaymentAs, useTakePayment } from '../open-take-payment.ts'
import { closeWaitingForm, openAs, useWaitingForm } from '../open-waiting-form.ts'
import { keptOf, useFormBroughtBack } from '../parts/form/brought-back.ts'
import { Loading } from '../parts/lists/list-states.tsx'
import { useLightOnPaper } from '../parts/paper/use-light-on-paper.ts'
import {
  AddToList,
  BookingDetails,
  BookingForm,
  fetchTheOthers,
  SCREEN_PARTS,
  TakePayment,
  Undo,
} from '../screens.tsx'
import { useLiveChanges } from '../service/live-changes.ts'
import { useUser } from '../service/sign-in.ts'
import { useFollowChanges } from '../service/use-live-changes.ts'
import { openUndo, useOpenUndo } from '../undo-open.ts'
import { frameWords } from '../words/frame/frame.ts'
import { useWords } from '../words/words.ts'
import { AwayBar } from './away-bar.tsx'
import { CommandPalette } from './command-palette.tsx'
import { useFrameActions } from './frame-actions.ts'
import { Header } from './header.tsx'
import { KeysSheet } from './keys-sheet.tsx'
import { useFocusNeverLost } from './lost-focus.ts'
import { Navigation } from './navigation-links.tsx'
import { NotYours } from './not-yours.tsx'

import { PhoneBar } from './phone-bar.tsx'

import { useRememberOpened } from './recent.ts'

import { SampleBar } from './sample-bar.tsx'
import { ScreenBoundary } from './screen-boundary.tsx'
import { useKeys } from './use-keys.ts'

const HEADER_HEIGHT = 56
const PHONE_BAR_HEIGHT = 56
const NARROW = '(max-width: 48em)'

/** The frame around every screen: header, navigation, the booking form at the side, and the bars. */
export function OfficeFrame() {
  const say = useWords(frameWords)
  const [opened, navigation] = useDisclosure(false)
  const formOpen = useBookingForm(state => state.start !== null)
  const narrow = useMediaQuery(NARROW) ?? false
  const covered = (useMediaQuery(FORM_COVERS) ?? false) && formOpen
  useFollowChanges()
  useFocusNeverLost()
  useLightOnPaper()
  const user = useUser()
  useRestoredDraft(user.id)
  // The next user of this window must not see the form of the user before.
  useEffect(() => () => useBookingForm.setState({ start: null }), [])
  useEffect(() => () => void dismissMessages(), [])
  useEffect(fetchTheOthers, [])
  const [keysShown, keys] = useDisclosure(false)
  useKeys(keys.open)
  useRememberOpened(user.id)
  const frameActions = useFrameActions(keys.open)

  return (
    <AppShell
      header={{ height: HEADER_HEIGHT }}
      {...(narrow && { footer: { height: PHONE_BAR_HEIGHT } })}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      aside={{ width: 392, breakpoint: 'md', collapsed: { desktop: !formOpen, mobile: !formOpen } }}
      padding={0}
      transitionDuration={0}
    >
      <button type="button" className="araro-skip" onClick={skipToMain}>
        {say('skip')}
      </button>
      <AppShell.Header>
        <Header narrow={narrow} />
      </AppShell.Header>
      {/* A narrow window slides it out of sight, but leaves its links to the Tab key. */}
      <AppShell.Navbar p="xs" aria-label={say('navigation')} inert={narrow && !opened}>
        <Navigation onGo={navigation.close} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} style={{ outline: 'none' }} inert={covered}>
        <AwayBar />
        <SampleBar />
        <Screen />
      </AppShell.Main>
      <AppShell.Aside aria-label={say('bookingForm')}>
        {formOpen ? (
          <ScreenBoundary onLeave={closeBookingForm}>
            <Suspense fallback={<LoadingScreen />}>
              <BookingForm />
            </Suspense>
          </ScreenBoundary>
        ) : null}
      </AppShell.Aside>
      {narrow ? (
        <PhoneBar navigationOpen={opened} onToggleNavigation={navigation.toggle} onGo={navigation.close} />
      ) : null}
      <CommandPalette ofFrame={frameActions} />
      <OpenUndo />
      <OpenWaitingForm />
      <OpenTakePayment />
      <KeysSheet opened={keysShown} onClose={keys.close} />
    </AppShell>
  )
}

/** What is open of the undo. */
function OpenUndo() {
  const open = useOpenUndo(state => state.open !== null)
  useEffect(() => () => openUndo(null), [])
  if (!open) return null
  return (
    <ScreenBoundary onLeave={() => openUndo(null)}>
      <Suspense fallback={null}>
        <Undo />
      </Suspense>
    </ScreenBoundary>
  )
}

/** The form of the waiting list, and what was typed into it before. */
function OpenWaitingForm() {
  const open = useWaitingForm(state => state.open !== null)
  useFormBroughtBack(keptAs => {
    if (keptOf(keptAs, 'waiting') === undefined) return false
    openAs(keptAs)
    return true
  })
  useEffect(() => closeWaitingForm, [])
  if (!open) return null
  return (
    <ScreenBoundary onLeave={closeWaitingForm}>
      <Suspense fallback={null}>
        <AddToList />
      </Suspense>
    </ScreenBoundary>
  )
}

/** The form of a payment, and what was typed into it before. */
function OpenTakePayment() {
  const open = useTakePayment(state => state.open !== null)
  useFormBroughtBack(keptAs => {
    if (keptOf(keptAs, 'payment') === undefined) return false
    openPaymentAs(keptAs)
    return true
  })
  useEffect(() => closeTakePayment, [])
  if (!open) return null
  return (
    <ScreenBoundary onLeave={closeTakePayment}>
      <Suspense fallback={null}>
        <TakePayment />
      </Suspense>
    </ScreenBoundary>
  )
}

const BEGINNING = 'today'

/** The current screen, and the details of the open booking, if any. Waits until the change feed has been joined. */
function Screen() {
  const { screen, bookingId } = usePlace()
  const { role } = useUser()
  const mine = may(role, SCREENS[screen].right)
  // Everybody begins at Today; whoever does not see it, at the first screen that they see.
  const [first] = screensFor(role)
  useEffect(() => {
    if (screen === BEGINNING && !mine && first) goTo(first)
  }, [screen, mine, first])
  const joining = useLiveChanges(state => state.state === 'joining')
  const Part = SCREEN_PARTS[screen].screen
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said on a screen goes when it is left
  useEffect(() => messagesOfScreenGone, [screen])
  if (joining) return <LoadingScreen />
  return (
    <>
      <ScreenBoundary key={screen}>
        <Suspense fallback={<LoadingScreen />}>{mine ? <Part /> : <NotYours screen={screen} />}</Suspense>
      </ScreenBoundary>
      {bookingId && may(role, 'see-office') ? (
        <ScreenBoundary key={bookingId} onLeave={closeBooking}>
          <Suspense fallback={null}>
            <BookingDetails bookingId={bookingId} onClose={closeBooking} />
          </Suspense>
        </ScreenBoundary>
      ) : null}
    </>
  )
}

function closeBooking() {
  closeBeside('bookingId')
}

function LoadingScreen() {
  return (
    <Box p="md">
      <Loading />
    </Box>
  )
}

/** Called by a button instead of a link, because the part of the address after # names the current screen. */
function skipToMain() {
  document.getElementById('main')?.focus()
}
