/** How a stored object differs from what was sealed. */
export type Damage =
  /** A segment does not authenticate: changed, moved, swapped, or of another object, kind or key. */
  | 'segment_not_authentic'
  /** The header is not that of a sealed object this version reads. */
  | 'header_not_recognised'
  /** It ends before the segment does. */
  | 'too_short'
  /** Bytes follow the last segment. */
  | 'too_long'
  /** The row's segment count and length cannot both be true. */
  | 'row_inconsistent';

/** Stored bytes are not what was sealed. Storage's fault, never the caller's: a retry does not repair it. */
export class SealedObjectDamaged extends Error {
  readonly code = 'sealed_object_damaged';
  override readonly name = 'SealedObjectDamaged';

  constructor(
    readonly objectId: string,
    readonly kind: string,
    /** Number of the first segment found damaged. */
    readonly segment: number,
    readonly damage: Damage,
  ) {
    super(`sealed object ${objectId} (${kind}) is damaged at segment ${segment}: ${damage.replaceAll('_', ' ')}`);
  }
}
