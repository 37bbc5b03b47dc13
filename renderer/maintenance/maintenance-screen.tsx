/** To be written by the founder who owns this folder. */
export function MaintenanceScreen() {
  return null
}
