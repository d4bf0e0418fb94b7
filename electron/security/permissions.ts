/**
 * None. Copies of our own quotes reach the clipboard through main; camera, microphone, place, screen, devices and the
 * rest are not for this program.
 */
const granted: ReadonlySet<string> = new Set();

export function mayUse(permission: string): boolean {
  return granted.has(permission);
}
