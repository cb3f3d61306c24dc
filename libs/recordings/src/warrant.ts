import { type ObjectKind, type StoredObject } from './stored-object.entity.js';

/**
 * The right to open certain objects of one recording for a person, under one grant. Only Legal's exit gate makes them
 * (`test/exits.spec.ts`): what is to leave the vault has passed there.
 */
export class Warrant {
  readonly kind = 'grant';

  constructor(
    readonly grantId: string,
    readonly recordingId: string,
    readonly kinds: readonly ObjectKind[],
  ) {}

  /** A warrant for the silent copy opens no whole one, and that of one recording nothing of another. */
  covers(object: Pick<StoredObject, 'recordingId' | 'kind'>): boolean {
    return object.recordingId === this.recordingId && this.kinds.includes(object.kind);
  }
}
