import * as z from 'zod'
import { ENTITIES } from '#booking/entities'

export const entity = z.enum(ENTITIES)
