import { tell } from '../../messages/tell.ts'
import { malformedField, type Trouble, troubleOf } from '../../service/what-went-wrong.ts'
import { sayNow, words } from '../words.ts'

/** Sentences for errors that are not refusals, such as a service that is away, or a defect. */
const troubleWords = words('trouble', {
  en: {
    away: 'Araro is not responding. What you typed is still here; try again when it is back.',
    'signed-out': 'Your sign-in has ended. Sign in again; what you typed is still here.',
    'not-allowed': 'Your role does not allow this. Ask a manager or an administrator.',
    malformed: 'Araro could not accept this: {{field}}. Correct it and try again.',
    malformedUnknown: 'part of the form is not valid',
    'too-many': 'Too many requests at once. Wait a few seconds and try again.',
    'storage-full':
      'The disk of the office computer is full. Nothing was saved; what you typed is still here. Free some space, then try again.',
    'storage-read-only':
      'The file on the office computer cannot be written to. Nothing was saved; what you typed is still here. Ask the person who looks after that computer.',
    'storage-damaged':
      'The file on the office computer is damaged. Nothing was saved; what you typed is still here. Ask the person who looks after that computer to restore a copy.',
    'storage-failing':
      'The disk of the office computer reported an error. Nothing was saved; what you typed is still here. Try again, and have the disk checked.',
    defect:
      'Something went wrong in Araro. If you were saving something, it may or may not have been saved: try again, nothing is done twice. If this keeps happening, tell your administrator.',
    title: 'That did not work',
  },
  fil: {
    away: 'Hindi sumasagot ang Araro. Narito pa ang isinulat mo; subukan ulit kapag bumalik na ito.',
    'signed-out': 'Natapos na ang pag-sign in mo. Mag-sign in ulit; narito pa ang isinulat mo.',
    'not-allowed': 'Hindi ito puwedeng gawin ng tungkulin mo. Magpatulong sa tagapamahala o administrador.',
    malformed: 'Hindi ito matanggap ng Araro: {{field}}. Itama at subukan ulit.',
    malformedUnknown: 'may bahagi ng form na mali ang pagkakasulat',
    'too-many': 'Masyadong marami nang sabay-sabay. Maghintay ng ilang segundo at subukan ulit.',
    'storage-full':
      'Puno na ang disk ng kompyuter ng opisina. Walang na-save; narito pa ang isinulat mo. Magbakante ng espasyo, saka subukan ulit.',
    'storage-read-only':
      'Hindi masulatan ang file sa kompyuter ng opisina. Walang na-save; narito pa ang isinulat mo. Magpatulong sa nag-aalaga ng kompyuter na iyon.',
    'storage-damaged':
      'Sira ang file sa kompyuter ng opisina. Walang na-save; narito pa ang isinulat mo. Ipabalik ang kopya sa nag-aalaga ng kompyuter na iyon.',
    'storage-failing':
      'Hindi naisulat sa disk ng kompyuter ng opisina. Walang na-save; narito pa ang isinulat mo. Subukan ulit, at ipasuri ang disk.',
    defect:
      'May nagkamali sa Araro. Kung may sine-save ka, hindi tiyak kung na-save ito: subukan ulit, walang mauulit nang dalawang beses. Kung nangyayari pa rin, sabihin sa administrador.',
    title: 'Hindi natuloy',
  },
})

/** The sentence for an error that a call threw. */
export function troubleSentence(error: unknown): string {
  const trouble: Trouble = troubleOf(error)
  if (trouble !== 'malformed') return sayNow(troubleWords, trouble)
  const field = malformedField(error) ?? sayNow(troubleWords, 'malformedUnknown')
  return sayNow(troubleWords, 'malformed', { field })
}

/** Shows the sentence as a message. The same error is shown only once at a time. */
export function sayTrouble(error: unknown): void {
  tell(
    { kind: `trouble.${troubleOf(error)}`, said: troubleSentence(error) },
    { color: 'red', title: sayNow(troubleWords, 'title'), autoClose: 8000 },
  )
}
