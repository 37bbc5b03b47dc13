import type { FieldInHistory } from '#calls/fields'
import { type CommandsOf, type FieldsOf, number, text, type ValuesOf } from '../sayings.ts'
import { words, wordsFor } from '../words.ts'

export const fieldsDone = wordsFor<CommandsOf<'fields'>>('fields-done', {
  en: { add: 'Added a field', change: 'Changed a field' },
  fil: { add: 'Nagdagdag ng bukid', change: 'Nagbago ng bukid' },
})

export const fieldsTried = wordsFor<CommandsOf<'fields'>>('fields-tried', {
  en: { add: 'Add a field', change: 'Change a field' },
  fil: { add: 'Magdagdag ng bukid', change: 'Baguhin ang bukid' },
})

export const fieldFields = wordsFor<FieldsOf<FieldInHistory>>('field-fields', {
  en: {
    name: 'Name',
    barangay: 'Barangay',
    sitio: 'Sitio',
    hectares: 'Hectares',
    crop: 'Crop and variety',
    plantedOn: 'Planted on',
    access: 'How a machine gets there',
  },
  fil: {
    name: 'Pangalan',
    barangay: 'Barangay',
    sitio: 'Sitio',
    hectares: 'Ektarya',
    crop: 'Tanim at uri nito',
    plantedOn: 'Petsa ng pagtatanim',
    access: 'Paano makakarating ang makina',
  },
})

export const fieldValues: ValuesOf<FieldInHistory> = {
  name: text,
  barangay: text,
  sitio: text,
  hectares: number,
  crop: text,
  plantedOn: (day, format) => format.day(day),
  access: text,
}

/** Words of the list of a member's fields, of the form of a field, and of the booking that names one. */
export const fieldWords = words('fields', {
  en: {
    ...fieldFields.en,
    title: 'Fields',
    field: 'Field',
    anyField: 'No particular field',
    noFields: 'No field yet. A booking can name one.',
    inHectares: '{{hectares}} ha',
    planted: 'planted on {{day}}',
    add: 'Add a field',
    change: 'Change {{name}}',
    changeShort: 'Change',
    save: 'Save field',
    saved: '{{name}} is saved.',
    nameNeeded: 'Give the field a name.',
    nameTaken: 'Another field of this member has this name. Choose another name.',
    dayWrong: 'Enter a day, or leave it empty.',
  },
  fil: {
    ...fieldFields.fil,
    title: 'Mga bukid',
    field: 'Bukid',
    anyField: 'Walang tiyak na bukid',
    noFields: 'Wala pang bukid. Puwede itong banggitin sa booking.',
    inHectares: '{{hectares}} ha',
    planted: 'itinanim noong {{day}}',
    add: 'Magdagdag ng bukid',
    change: 'Baguhin ang {{name}}',
    changeShort: 'Baguhin',
    save: 'I-save ang bukid',
    saved: 'Na-save na ang {{name}}.',
    nameNeeded: 'Bigyan ng pangalan ang bukid.',
    nameTaken: 'May ibang bukid ang kasaping ito na ganito ang pangalan. Pumili ng ibang pangalan.',
    dayWrong: 'Maglagay ng petsa, o iwanang walang laman.',
  },
})
