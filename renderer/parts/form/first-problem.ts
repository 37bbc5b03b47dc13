/** After a press of Save: the first field that is not right yet gets the focus, also where it is out of sight. */
export function showFirstProblem(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
