import type { Refusal } from '#booking/refusal'
import { bookingWords } from '../bookings/screen.ts'
import type { Format } from '../format.ts'
import type { Language } from '../language.ts'
import { paymentWords } from '../payments/screen.ts'
import type { SentencesFor } from '../sentences.ts'
import { waitingWords } from '../waiting/screen.ts'

/** Before the sentence of the rule that refuses what would be restored. */
export const cannotUndo: { readonly [L in Language]: string } = {
  en: 'It cannot be undone.',
  fil: 'Hindi ito mababawi.',
}

type UndoRefusal = Extract<Refusal, { reason: 'cannot-undo' }>
type Why = UndoRefusal['why']
type Sentences = {
  readonly [W in Why]: (refusal: Extract<UndoRefusal, { why: W }>, format: Format) => string
}

const en: Sentences = {
  happened: () =>
    `It says what really happened, so it is not undone. If it was entered wrongly, open the booking and press “${bookingWords.en.correctHandOver}” or “${bookingWords.en.correctReturn}”.`,
  recorded: () =>
    'It says what was done at a maintenance, or what that cost, so it is not undone. Open the maintenance and correct it there.',
  noted: () =>
    'A note stays with its date and its author, so it is not undone. If it is wrong, open the booking and add another one.',
  stays: () => 'What was added stays on record, so it is not undone. Change it instead.',
  reversed: () =>
    `What was paid stays on record, so it is not undone. If it was entered wrongly, open the payment and press “${paymentWords.en.reverse}”. A late fee can be waived on the booking.`,
  'left-list': () =>
    `The waiting list went on from there, so it is not undone: somebody else may have had their turn since. Put the member on the list again; a manager can press “${waitingWords.en.moveUp}”.`,
  'moved-up': () =>
    `The waiting list went on from there, so it is not undone. If the order is wrong, open the waiting list and press “${waitingWords.en.moveUp}” beside whoever should come first.`,
  'offer-taken': () =>
    'The offer became a booking, and the waiting list went on, so it is not undone. Cancel the booking: its time is offered to the next.',
  'offer-declined': () =>
    'The waiting list went on from there, so it is not undone: the time may be offered to the next by now. The member is still on the list. If the time is free, book it.',
  'turns-taken': () =>
    'The waiting list went on from there, so it is not undone: somebody else may have had their turn since.',
  'not-kept': () => 'What was there before is not kept, so it cannot come back.',
  'not-yours': () => 'Only the person who did it can undo it.',
  'too-long-ago': () => 'Only your last 20 steps can be undone. Change it by hand instead.',
  'undone-already': () => 'It has been undone already.',
  'changed-since': ({ title, byName, atMs, own }, f) =>
    own
      ? `After this step, you did something else with ${title} (${f.instant(atMs)}). Undo that first.`
      : `After your step, ${byName} did something with ${title} (${f.instant(atMs)}). Check how it is now.`,
  'booked-since': ({ title }) => `It cannot be undone: ${title} has bookings since then. Cancel them first.`,
  refused: () => cannotUndo.en,
}

const fil: Sentences = {
  happened: () =>
    `Sinasabi nito ang talagang nangyari, kaya hindi ito binabawi. Kung mali ang naipasok, buksan ang booking at pindutin ang “${bookingWords.fil.correctHandOver}” o “${bookingWords.fil.correctReturn}”.`,
  recorded: () =>
    'Sinasabi nito ang ginawa sa maintenance o kung magkano iyon, kaya hindi ito binabawi. Buksan ang maintenance at itama roon.',
  noted: () =>
    'Nananatili ang tala kasama ng petsa at ng sumulat, kaya hindi ito binabawi. Kung mali ito, buksan ang booking at magdagdag ng isa pa.',
  stays: () => 'Nananatili sa talaan ang idinagdag, kaya hindi ito binabawi. Baguhin na lang ito.',
  reversed: () =>
    `Nananatili sa talaan ang ibinayad, kaya hindi ito binabawi. Kung mali ang naipasok, buksan ang bayad at pindutin ang “${paymentWords.fil.reverse}”. Ang multa sa pagkahuli ay maipapatawad sa booking.`,
  'left-list': () =>
    `Umusad na ang listahan ng naghihintay, kaya hindi ito binabawi: baka may iba nang nabigyan ng pagkakataon. Ilista ulit ang kasapi; maaaring pindutin ng tagapamahala ang “${waitingWords.fil.moveUp}”.`,
  'moved-up': () =>
    `Umusad na ang listahan ng naghihintay, kaya hindi ito binabawi. Kung mali ang pagkakasunod-sunod, buksan ang listahan at pindutin ang “${waitingWords.fil.moveUp}” sa dapat mauna.`,
  'offer-taken': () =>
    'Naging booking na ang alok at umusad na ang listahan ng naghihintay, kaya hindi ito binabawi. Kanselahin ang booking: iaalok ang oras nito sa susunod.',
  'offer-declined': () =>
    'Umusad na ang listahan ng naghihintay, kaya hindi ito binabawi: baka naialok na ang oras sa susunod. Nasa listahan pa ang kasapi. Kung bakante pa ang oras, i-book ito.',
  'turns-taken': () =>
    'Umusad na ang listahan ng naghihintay, kaya hindi ito binabawi: baka may iba nang nabigyan ng pagkakataon.',
  'not-kept': () => 'Hindi itinatago ang dating laman, kaya hindi na ito maibabalik.',
  'not-yours': () => 'Ang gumawa lang nito ang puwedeng bumawi.',
  'too-long-ago': () => 'Ang huling 20 ginawa mo lang ang mababawi. Baguhin na lang ito.',
  'undone-already': () => 'Nabawi na ito.',
  'changed-since': ({ title, byName, atMs, own }, f) =>
    own
      ? `Pagkatapos nito, may iba ka pang ginawa sa ${title} (${f.instant(atMs)}). Iyon muna ang bawiin.`
      : `Pagkatapos mo, may ginawa si ${byName} sa ${title} (${f.instant(atMs)}). Tingnan kung ano na ito ngayon.`,
  'booked-since': ({ title }) =>
    `Hindi ito mababawi: may mga booking na si ${title} mula noon. Kanselahin muna ang mga iyon.`,
  refused: () => cannotUndo.fil,
}

/** The sentence for what stands in the way of an undo. */
function sayingWhy(sentences: Sentences) {
  return (refusal: UndoRefusal, format: Format): string => {
    const sentence = sentences[refusal.why] as (refusal: UndoRefusal, format: Format) => string
    return sentence(refusal, format)
  }
}

export const undoRefusals: SentencesFor<UndoRefusal> = {
  en: { 'cannot-undo': sayingWhy(en) },
  fil: { 'cannot-undo': sayingWhy(fil) },
}
