import * as z from 'zod'
import { ENTITIES, RECORD_ENTITIES } from '#booking/entities'

export const entity = z.enum(ENTITIES)
export const recordEntity = z.enum(RECORD_ENTITIES)
