let pressed = false
if (typeof window !== 'undefined') {
  const release = () => {
    pressed = false
  }
  window.addEventListener('pointerdown', () => (pressed = true), true)
  window.addEventListener('pointerup', release, true)
  window.addEventListener('pointercancel', release, true)
}

/**
 * Does the work at once, or after the mouse button is released. A field that is left by pressing a button says what is
 * wrong with it only then: its sentence would move the button away from under the mouse, and nothing would be pressed.
 */
export function afterPress(work: () => void): void {
  if (pressed) window.addEventListener('pointerup', () => setTimeout(work), { once: true })
  else work()
}
