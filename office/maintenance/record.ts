import type { MaintenanceInHistory } from '#calls/maintenance'
import {
  readMaintenance,
  readShownMaintenance,
  type ShownMaintenance,
  type StoredMaintenance,
} from '#db/read/maintenance'
import { maintenance } from '#db/tables/maintenance'
import type { RecordKind } from '../law/record.ts'

export const maintenanceRecord = {
  entity: 'maintenance',
  key: 'maintenance',
  table: maintenance,
  stored: readMaintenance,
  shown: ({ db }, id) => readShownMaintenance(db, id),
  title: shown => shown.machineName,
  said(shown): MaintenanceInHistory {
    const { machineName, kind, status, period, note, finishedMs, openEnded, expectedEndMs, photos } = shown
    const { technician, startedMs, meterHours, workDone, costCentavos, closedMs } = shown
    const work = { technician, startedMs, meterHours, workDone, costCentavos, closedMs }
    const said = { machineName, kind, status, period, note, finishedMs, openEnded, expectedEndMs, ...work }
    return photos.length > 0 ? { ...said, photos } : said
  },
} satisfies RecordKind<'maintenance', StoredMaintenance, ShownMaintenance, MaintenanceInHistory>
