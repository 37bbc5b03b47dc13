/** What a spreadsheet would take for a formula. A text that begins so gets an apostrophe before it. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/

/** Rows as CSV (RFC 4180), with a byte order mark, so that spreadsheets read it as UTF-8. */
export function asCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map(row => row.map(field).join(',')).join('\r\n')}\r\n`
}

function field(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text
  // Where the decimal sign is a comma, spreadsheets divide rows at semicolons; some do at tabs.
  return /[",;\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
