import { expect, test } from 'vitest'
import { allocate, askedFor, mostFor } from '#booking/money/allocate'
import { asCsv } from '../../../renderer/payments/as-csv.ts'

test('a field with commas, quotes or lines is quoted, and what a spreadsheet would compute is not', () => {
  const rows = [
    ['Ana "Neneng" Reyes', 'a, b', '1.50'],
    ['line\nbreak', '=1+1', ''],
  ]
  expect(asCsv(rows)).toBe('\uFEFF"Ana ""Neneng"" Reyes","a, b",1.50\r\n"line\nbreak",\'=1+1,\r\n')
})

test('no name makes a spreadsheet compute, however it divides the row', () => {
  const names = ['=1+1', '+63 917', '-2', '@SUM(A1)', '＝1+1', '\t=1', '\n=1', 'Ana;=1+1', 'Ana\t=1+1']
  expect(asCsv([names]).slice(1, -2)).toBe(
    `'=1+1,'+63 917,'-2,'@SUM(A1),'＝1+1,"'\t=1","'\n=1","Ana;=1+1","Ana\t=1+1"`,
  )
})

test('an amount goes to what is owed first, the oldest first, and then to what is paid in advance', () => {
  const one = (bookingId: string, owedCentavos: number, mostCentavos: number) => ({
    bookingId,
    owedCentavos,
    mostCentavos,
    paidCentavos: 0,
  })
  const bookings = [one('a', 100, 300), one('b', 50, 50), one('c', 0, 70)]
  expect(askedFor(bookings)).toBe(220)
  expect(mostFor(bookings)).toBe(420)
  expect(allocate(120, bookings)).toEqual([
    { bookingId: 'a', centavos: 100 },
    { bookingId: 'b', centavos: 20 },
  ])
  expect(allocate(200, bookings)).toEqual([
    { bookingId: 'a', centavos: 150 },
    { bookingId: 'b', centavos: 50 },
  ])
  expect(allocate(420, bookings)).toEqual([
    { bookingId: 'a', centavos: 300 },
    { bookingId: 'b', centavos: 50 },
    { bookingId: 'c', centavos: 70 },
  ])
})
