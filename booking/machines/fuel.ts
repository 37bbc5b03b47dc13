/** How fuel is read: in litres, or in eighths of the tank as a gauge shows them. */
export const FUEL_MEASURES = ['litres', 'eighths'] as const
export type FuelMeasure = (typeof FUEL_MEASURES)[number]
/** How the fuel of a type's machines is read; 'none' if it is not. */
export const FUEL_READ_IN = ['none', ...FUEL_MEASURES] as const
export type FuelReadIn = (typeof FUEL_READ_IN)[number]
export type Fuel = { readonly amount: number; readonly in: FuelMeasure }

/** A full tank. */
export const EIGHTHS = 8
