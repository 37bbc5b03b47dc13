import type { BatchInHistory, ShareInHistory } from '#calls/batches'
import {
  type CommandsOf,
  type FieldsOf,
  instant,
  number,
  period,
  text,
  type ValuesOf,
  yesOrNo,
} from '../sayings.ts'
import { sayIn, wordsFor } from '../words.ts'
import { batchStatusWords, shareStatusWords } from './states.ts'

export const batchesDone = wordsFor<CommandsOf<'batches'>>('batches-done', {
  en: {
    open: 'Opened a batch',
    change: 'Changed a batch',
    expect: 'Said when a batch is expected to end',
    cancel: 'Cancelled a batch',
    finish: 'Finished a batch',
    readMoisture: 'Read the moisture of a batch',
    confirmDry: 'Confirmed that a batch is dry',
    merge: 'Put a batch into another one',
    add: 'Added sacks to a batch',
    changeShare: 'Changed a share of a batch',
    weigh: 'Weighed sacks',
    cancelShare: 'Took sacks out of a batch',
    move: 'Moved sacks to another batch',
    split: 'Split sacks over two batches',
  },
  fil: {
    open: 'Nagbukas ng salang',
    change: 'Binago ang salang',
    expect: 'Sinabi kung kailan inaasahang matapos ang salang',
    cancel: 'Kinansela ang salang',
    finish: 'Tinapos ang salang',
    readMoisture: 'Sinukat ang halumigmig ng salang',
    confirmDry: 'Kinumpirmang tuyo na ang salang',
    merge: 'Isinama ang salang sa iba',
    add: 'Nagdagdag ng sako sa salang',
    changeShare: 'Binago ang parte sa salang',
    weigh: 'Tinimbang ang mga sako',
    cancelShare: 'Inalis ang mga sako sa salang',
    move: 'Inilipat ang mga sako sa ibang salang',
    split: 'Hinati ang mga sako sa dalawang salang',
  },
})

export const batchesTried = wordsFor<CommandsOf<'batches'>>('batches-tried', {
  en: {
    open: 'Open a batch',
    change: 'Change a batch',
    expect: 'Say when a batch is expected to end',
    cancel: 'Cancel a batch',
    finish: 'Finish a batch',
    readMoisture: 'Read the moisture of a batch',
    confirmDry: 'Confirm that a batch is dry',
    merge: 'Put a batch into another one',
    add: 'Add sacks to a batch',
    changeShare: 'Change a share of a batch',
    weigh: 'Weigh sacks',
    cancelShare: 'Take sacks out of a batch',
    move: 'Move sacks to another batch',
    split: 'Split sacks over two batches',
  },
  fil: {
    open: 'Magbukas ng salang',
    change: 'Baguhin ang salang',
    expect: 'Sabihin kung kailan inaasahang matapos ang salang',
    cancel: 'Kanselahin ang salang',
    finish: 'Tapusin ang salang',
    readMoisture: 'Sukatin ang halumigmig ng salang',
    confirmDry: 'Kumpirmahing tuyo na ang salang',
    merge: 'Isama ang salang sa iba',
    add: 'Magdagdag ng sako sa salang',
    changeShare: 'Baguhin ang parte sa salang',
    weigh: 'Timbangin ang mga sako',
    cancelShare: 'Alisin ang mga sako sa salang',
    move: 'Ilipat ang mga sako sa ibang salang',
    split: 'Hatiin ang mga sako sa dalawang salang',
  },
})

export const batchFields = wordsFor<FieldsOf<BatchInHistory>>('batch-fields', {
  en: {
    period: 'When',
    openEnded: 'Until dried',
    expectedEndMs: 'Expected to end',
    moisture: 'Moisture, %',
    status: 'Status',
    note: 'Note',
    reason: 'Reason',
  },
  fil: {
    period: 'Kailan',
    openEnded: 'Hanggang matuyo',
    expectedEndMs: 'Inaasahang matapos',
    moisture: 'Halumigmig, %',
    status: 'Katayuan',
    note: 'Tala',
    reason: 'Dahilan',
  },
})

export const batchValues: ValuesOf<BatchInHistory> = {
  period,
  openEnded: yesOrNo,
  expectedEndMs: instant,
  moisture: number,
  status: (status, format) => sayIn(format.language, batchStatusWords, status),
  note: text,
  reason: text,
}

export const shareFields = wordsFor<FieldsOf<ShareInHistory>>('share-fields', {
  en: {
    startMs: 'Batch',
    estimate: 'Sacks, estimated',
    weighedSacks: 'Sacks, weighed',
    kg: 'Kilograms',
    ripeDay: 'Ripe on',
    status: 'Status',
    note: 'Note',
    reason: 'Reason',
  },
  fil: {
    startMs: 'Salang',
    estimate: 'Sako, tantiya',
    weighedSacks: 'Sako, natimbang',
    kg: 'Kilo',
    ripeDay: 'Mahihinog sa',
    status: 'Katayuan',
    note: 'Tala',
    reason: 'Dahilan',
  },
})

export const shareValues: ValuesOf<ShareInHistory> = {
  startMs: instant,
  estimate: number,
  weighedSacks: number,
  kg: number,
  ripeDay: (day, format) => format.day(day),
  status: (status, format) => sayIn(format.language, shareStatusWords, status),
  note: text,
  reason: text,
}
