import { words } from '../words.ts'

export const undoWords = words('undo', {
  en: {
    undo: 'Undo',
    again: 'Do again',
    undone: 'Undone: {{said}}',
    doneAgain: 'Done again: {{said}}',
    notUndone: 'It was not undone.',
    lastStep: 'Undo your last step?',
    lastStepCannot: 'Your last step cannot be undone',
    becomes: 'What changes',
    nothingChanges: 'Only the history says more.',
    printedSlip: 'Its slip was printed {{when}} by {{who}}: take the paper back, or print it again.',
    printedDaySheet: 'A day sheet that shows it was printed {{when}} by {{who}}: print it again.',
    printedWaitingList: 'The phone list was printed {{when}} by {{who}}: print it again.',
    andMore_one: 'and {{count}} more record',
    andMore_other: 'and {{count}} more records',
    mySteps: 'My last steps',
    mySteps20:
      'Your last 20 steps. Each can be undone until somebody does something else with the same record.',
    none: 'You have done nothing yet that could be undone.',
    noneAction: 'Go to the calendar',
  },
  fil: {
    undo: 'Bawiin',
    again: 'Gawin ulit',
    undone: 'Binawi: {{said}}',
    doneAgain: 'Ginawa ulit: {{said}}',
    notUndone: 'Hindi ito nabawi.',
    lastStep: 'Bawiin ang huli mong ginawa?',
    lastStepCannot: 'Hindi mababawi ang huli mong ginawa',
    becomes: 'Ano ang magbabago',
    nothingChanges: 'Ang kasaysayan lang ang madadagdagan.',
    printedSlip:
      'Na-print ang slip nito {{when}} ni {{who}}: bawiin ang papel, o i-print ulit.',
    printedDaySheet: 'Na-print ang listahan ng araw na kasama ito {{when}} ni {{who}}: i-print ulit.',
    printedWaitingList: 'Na-print ang listahan ng matatawagan {{when}} ni {{who}}: i-print ulit.',
    andMore_one: 'at {{count}} pang talaan',
    andMore_other: 'at {{count}} pang talaan',
    mySteps: 'Mga huli kong ginawa',
    mySteps20:
      'Ang huling 20 ginawa mo. Mababawi ang bawat isa hangga’t walang ibang gumagawa sa talaan ding iyon.',
    none: 'Wala ka pang nagagawa na mababawi.',
    noneAction: 'Pumunta sa kalendaryo',
  },
})
