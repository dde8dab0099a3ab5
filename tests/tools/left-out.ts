/** Something that cannot run on this machine, and why. Its tests are then left out, which is not a failure. */
export class LeftOut extends Error {
  override readonly name = 'LeftOut';
}
