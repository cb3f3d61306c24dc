/** Something cannot start, or not now; the message says in a sentence what to do. The operator has to fix it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
