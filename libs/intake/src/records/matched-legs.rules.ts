import { type LegKind } from '#contracts';
import { overlap } from '../gate/overlap.rules.js';
import { type ToldLeg } from './folded-rows.rules.js';

/** A leg's row, as far as it is asked whose it is. */
export interface LegRow {
  id: string;
  recordKey: string | null;
  kind: LegKind;
  personId: string | null;
  extension: string | null;
  beganAt: Date | null;
  alertedAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  /** It is recorded, or an upload brought it: it is never taken away. */
  stays: boolean;
}

/** A leg of the records, with the person whose telephone it was. */
export type PlacedLeg = ToldLeg & { personId: string | null };

const took = ({ kind, outcome }: PlacedLeg): boolean => kind === 'agent' && outcome === 'answered';

/**
 * Which row each leg of the records is, by the legs' places; -1: a new one.
 * A recorded leg is that of the same agent at the same time. Where no record names that agent, it is the one conversation that there was: its
 * agent is then known by the upload, or the two contradict each other.
 */
export function matchLegs(legs: readonly PlacedLeg[], rows: readonly LegRow[]): number[] {
  const found = legs.map(() => -1);
  const free = new Set(rows.keys());
  const take = (leg: number, row: number | undefined): void => {
    if (row === undefined || found[leg] !== -1) return;
    found[leg] = row;
    free.delete(row);
  };
  const among = (fits: (row: LegRow) => boolean): number[] => [...free].filter((at) => fits(rows[at] as LegRow));
  for (const [at, leg] of legs.entries()) take(at, among(({ recordKey }) => recordKey === leg.recordKey)[0]);
  const open = (): number[] => [...legs.keys()].filter((at) => found[at] === -1);
  for (const at of open()) {
    const leg = legs[at] as PlacedLeg;
    if (!took(leg) || leg.personId === null) continue;
    take(at, among((row) => row.stays && row.personId === leg.personId && overlap(row, leg))[0]);
  }
  const [talks, recorded] = [open().filter((at) => took(legs[at] as PlacedLeg)), among(({ stays }) => stays)];
  const [talk, row] = [talks[0], recorded[0]];
  if (talks.length === 1 && recorded.length === 1 && talk !== undefined && row !== undefined)
    if (overlap(rows[row] as LegRow, legs[talk] as PlacedLeg)) take(talk, row);
  // A leg whose key changed as more became known of it stays the same row.
  for (const at of open()) {
    const { kind, extension, beganAt } = legs[at] as PlacedLeg;
    const same = (one: LegRow) => !one.stays && one.kind === kind && one.extension === extension;
    take(at, among((one) => same(one) && one.beganAt?.getTime() === beganAt?.getTime())[0]);
  }
  return found;
}
