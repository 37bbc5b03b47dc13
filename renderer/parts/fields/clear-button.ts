/**
 * The button that empties a field with choices, for everybody: Mantine hides it from the keyboard and from screen
 * readers.
 * @param label what the field then stands for, such as "Any status"
 */
export function clearButton(label: string) {
  return { 'aria-label': label, 'aria-hidden': false, tabIndex: 0 } as const
}
