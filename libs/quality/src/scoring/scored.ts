import { type ItemResult } from '#contracts';
import { type Points } from './points.rules.js';

/** A judged leg. The same input gives the same value, byte for byte once serialised. */
export interface Scored extends Points {
  readonly checklist: { readonly id: string; readonly version: number };
  readonly transcriptVersion: number;
  readonly lexiconHash: string;
  readonly engine: string;
  readonly items: readonly ItemResult[];
}
