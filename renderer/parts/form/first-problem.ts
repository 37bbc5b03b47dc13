/** After Save was pressed, focuses the first field with an error and scrolls to it. */
export function showFirstProblem(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
