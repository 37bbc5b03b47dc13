/** Whose rates they are: one machine's, or those of every machine of a type. */
export type RatedThing = { readonly machineId: string; readonly type: string } | { readonly typeId: string }
