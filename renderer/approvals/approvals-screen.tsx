/** To be written by the founder who owns this folder. */
export function ApprovalsScreen() {
  return null
}
