import { words } from '../words.ts'

export const changedMeanwhileWords = words('changed-meanwhile', {
  en: {
    taken: 'Changed by the other person, and updated here: {{fields}}.',
    yours:
      'Changed by the other person, but you typed something else: {{fields}}. Your text stays, and saving replaces theirs with it.',
    again: 'What you typed is still here. Check it and save again.',
    takeCurrent: 'Show what is there now',
  },
  fil: {
    taken: 'Binago ng iba, at isinama na rito: {{fields}}.',
    yours:
      'Binago ng iba, pero iba ang isinulat mo: {{fields}}. Mananatili ang sa iyo, at ito ang papalit kapag ni-save mo.',
    again: 'Narito pa ang isinulat mo. Tingnan at i-save ulit.',
    takeCurrent: 'Ipakita ang laman ngayon',
  },
})
