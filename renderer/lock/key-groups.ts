/** As the vault groups it, by white space or hyphens. */
export function groupsOf(recoveryKey: string): readonly string[] {
  return recoveryKey.split(/[\s-]+/).filter((group) => group !== '');
}
