import { words } from './words.ts'

export const firstRunWords = words('first-run', {
  en: {
    title: 'Welcome to Araro',
    lead: 'The booking desk of your cooperative’s machines. Nobody is ever promised a machine that is already promised.',
    trySample: 'Try the sample',
    sampleExplain:
      'A made-up cooperative with machines, members and four months of bookings, in a folder of its own. It goes away with one press.',
    sampleLoading: 'Making the sample ready. This takes a few seconds…',
    orSetUp: 'Set up your own office',
    officeName: 'Cooperative',
    officeNameHint: 'As it should stand at the top of every screen',
    yourName: 'Your name',
    yourNameHint: 'You become the first administrator and can add the others later',
    password: 'Password',
    repeat: 'Password again',
    differ: 'The two do not match. Type the password again.',
    missing: 'This is needed.',
    start: 'Set up the office',
  },
  fil: {
    title: 'Maligayang pagdating sa Araro',
    lead: 'Ang booking desk ng mga makina ng inyong kooperatiba. Walang makinang naipapangako nang dalawang beses.',
    trySample: 'Subukan ang halimbawa',
    sampleExplain:
      'Gawa-gawang kooperatiba na may mga makina, kasapi at apat na buwan ng booking, nasa sarili nitong folder. Isang pindot lang para alisin.',
    sampleLoading: 'Inihahanda ang halimbawa. Ilang segundo lang ito…',
    orSetUp: 'I-set up ang sarili ninyong opisina',
    officeName: 'Kooperatiba',
    officeNameHint: 'Kung paano ito lalabas sa itaas ng bawat pahina',
    yourName: 'Pangalan mo',
    yourNameHint: 'Ikaw ang unang administrador; maidadagdag mo ang iba pagkatapos',
    password: 'Password',
    repeat: 'Ulitin ang password',
    differ: 'Hindi magkapareho. I-type ulit ang password.',
    missing: 'Kailangan ito.',
    start: 'I-set up ang opisina',
  },
})
