/** Something cannot start, or not now; the message says in a sentence what to do. The operator's to mend. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
