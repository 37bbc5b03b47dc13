/** After Save was pressed, focuses the first field with an error and scrolls to it, with its label and its message. */
export function showFirstProblem(form: HTMLElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"]')
    field?.focus({ preventScroll: true })
    ;(field?.closest('.mantine-InputWrapper-root') ?? field)?.scrollIntoView({ block: 'nearest' })
  })
}
