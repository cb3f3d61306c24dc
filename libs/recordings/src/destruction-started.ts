/** The recording is being destroyed, or is: nothing more is written about it. */
export class DestructionStarted extends Error {
  readonly code = 'destruction_started';
  override readonly name = 'DestructionStarted';

  constructor(readonly recordingId: string) {
    super(`recording ${recordingId} is being destroyed`);
  }
}
