import { useEffect, useMemo, useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import type { Alternative } from '#calls/booking-rows'
import type { MachineRow } from '#calls/machines'
import { showDay, useCalendarView } from '../calendar/calendar-view.ts'
import { chooseMachine } from '../calendar/chosen-machine.ts'
import { type Picked, useBookingForm } from '../open-booking-form.ts'
import { type TypedPeriod, typedFrom } from '../parts/fields/period-input.tsx'
import { noteTrouble, queryClient } from '../service/query-client.ts'
import { useUser } from '../service/sign-in.ts'
import { callQuery } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { dropDraft, keepDraft } from './draft.ts'
import { type BookingFieldsProps, firstFields, typedOn } from './first-fields.ts'
import {
  type ChosenMember,
  type FormFields,
  isWorthKeeping,
  ofMachine,
  ofMember,
  refusalOf,
  type Slot,
  slotOf,
  undecidedIn,
} from './form-fields.ts'
import { dropDraftWhileSignedIn, offerBack } from './offer-back.tsx'
import { afterPick } from './pick-days.ts'
import { useAboutMember } from './use-about-member.ts'
import { type Availability, useAvailability } from './use-availability.ts'
import { useHold } from './use-hold.ts'

export type BookingFormState = ReturnType<typeof useBookingFields>

/** The form's content, the answer about its time, its hold and its draft. */
export function useBookingFields(props: BookingFieldsProps) {
  const { machines, start, moved } = props
  const user = useUser()
  const format = useFormat()
  const [formId] = useState(() => start.draft?.formId ?? uuidv7())
  const [fields, setFields] = useState(() => firstFields(props, format))
  const latest = useRef(fields)
  const hasMember = fields.member !== null
  useEffect(() => useBookingForm.setState({ hasMember }), [hasMember])
  const [changes, setChanges] = useState(0)
  const [restored, setRestored] = useState(Boolean(start.draft))
  /** Whether something was typed or chosen by hand, and not only picked in a month. */
  const byHand = useRef(Boolean(start.draft))
  const done = useRef(false)

  // A restored form must survive a reload even before the next keystroke.
  useEffect(() => {
    if (start.draft) keepDraft(user.id, { ...start.draft, formId })
  }, [start.draft, user.id, formId])

  const machine = machines.find(one => one.id === fields.machineId)
  const slot = useMemo(() => slotOf(fields, machine, format.calendar), [fields, machine, format.calendar])
  const exceptBookingId = moved?.id
  const firstDay = slot && fields.typed.from.slice(0, 10)
  useEffect(() => {
    if (firstDay) showDay(firstDay)
  }, [firstDay])
  const { member, overdue, owes } = useAboutMember(moved ? null : fields.member)
  const availability = useAvailability(slot, { formId, exceptBookingId })
  const beingFilled = changes > 0 || restored
  const hold = useHold({
    formId,
    exceptBookingId,
    slot: beingFilled && !refusalOf(member) ? freeSlot(availability) : null,
    changes,
  })

  /**
   * Merges into the latest fields, so that a keystroke and a chosen member at the same moment do not undo each
   * other.
   */
  function change(some: Partial<FormFields>) {
    byHand.current = true
    take(some)
  }
  function take(some: Partial<FormFields>) {
    const next = { ...latest.current, ...some }
    latest.current = next
    setFields(next)
    setChanges(count => count + 1)
    useBookingForm.setState({ filled: true })
    keepDraft(user.id, { fields: next, formId, savedMs: Date.now(), bookingId: moved?.id })
  }
  /** Dates that are typed. Once an end is typed, it no longer follows from the start. */
  function typePeriod(typed: TypedPeriod) {
    const { typed: before, length } = latest.current
    const onlyEnd = typed.from === before.from && typed.to !== before.to
    change({ typed, length: onlyEnd ? null : length })
  }
  /** Days that are clicked in the small month. */
  function pickDays(picked: TypedPeriod) {
    const { typed, length, clock } = latest.current
    take({ typed: afterPick(typed, picked, { length, clock, onlyDays: true }) })
  }
  function pickMachine(picked: MachineRow) {
    chooseMachine(picked.id)
    take({ ...ofMachine(picked.id), typed: typedOn(picked, latest.current.typed) })
  }
  /** What is typed in a field for choices, as long as it is no choice. */
  function search(text: Pick<FormFields, 'machineText'> | Pick<FormFields, 'memberText'>) {
    take(text)
  }
  function pickMember(member: ChosenMember) {
    change(ofMember(member))
  }
  /** Takes over what was chosen outside of the form; everything else stays. */
  function takePicked({ machineId, period, memberId }: Picked) {
    if (memberId) void takeMember(memberId)
    const picked = machines.find(one => one.id === machineId)
    const { machineId: before, machineText } = latest.current
    if (picked && (picked.id !== before || machineText)) pickMachine(picked)
    if (!period) return
    const { typed, length, clock } = latest.current
    const onlyDays = (useCalendarView.getState().view ?? 'month') === 'month'
    take({ typed: afterPick(typed, typedFrom(period, format.calendar), { length, clock, onlyDays }) })
  }
  async function takeMember(memberId: string) {
    const known = await queryClient.fetchQuery(callQuery('members.get', { memberId })).catch(noteTrouble)
    if (known?.member && !latest.current.member) take(ofMember(known.member))
  }
  function takeAlternative(alternative: Alternative) {
    chooseMachine(alternative.machineId)
    take({ ...ofMachine(alternative.machineId), typed: typedFrom(alternative.period, format.calendar) })
  }
  function discard() {
    dropDraft(user.id)
    const { machineId } = fields
    const begun = moved ? { bookingId: moved.id } : { ...(machineId ? { machineId } : {}) }
    latest.current = firstFields({ machines, start: begun, member: null, moved }, format)
    setFields(latest.current)
    setRestored(false)
    byHand.current = false
    setChanges(0)
    useBookingForm.setState({ filled: false })
  }
  /** After saving, there is no draft to keep. */
  function finish() {
    done.current = true
    dropDraft(user.id)
  }

  useLeaving(() => {
    const typedIn = byHand.current || undecidedIn(fields) !== null
    if (done.current || !typedIn || !isWorthKeeping(fields)) return dropDraftWhileSignedIn(user.id)
    offerBack(user.id, { fields, formId: uuidv7(), savedMs: Date.now(), bookingId: moved?.id })
  })
  return {
    fields,
    machine,
    member,
    overdue,
    owes,
    slot,
    formId,
    availability,
    hold,
    restored,
    change,
    typePeriod,
    pickDays,
    search,
    pickMachine,
    pickMember,
    takePicked,
    takeAlternative,
    discard,
    finish,
  }
}

function freeSlot(availability: Availability): Slot | null {
  return availability.state === 'free' ? availability.slot : null
}

/** Runs once, when the form closes. */
function useLeaving(leave: () => void): void {
  const latest = useRef(leave)
  latest.current = leave
  useEffect(() => () => latest.current(), [])
}
