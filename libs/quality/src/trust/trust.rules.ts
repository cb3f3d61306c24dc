import { type ItemWorth, type NotTrusted, type Outcome, type QualitySettings } from '#contracts';
import { nodesIn } from '../checklists/validate/read-checks.rules.js';
import { kappaOf, toldKappa, type AgreementCell, type Kappa } from '../agreement/kappa.rules.js';

/** How a machine's judgements of an item compare with people's. */
export interface PeopleAgreement {
  /** Pairs in all, abstentions of either side included. */
  readonly n: number;
  /** Pairs that both judged, with kappa; null where it is not defined. */
  readonly kappa: Kappa | null;
  readonly judged: number;
  /** What the machine left to a person. */
  readonly abstained: number;
  /** Of what the machine called not met and a person judged too: how many, and how many they called so. */
  readonly accused: { readonly n: number; readonly right: number };
}

const sum = (cells: readonly AgreementCell[], keep: (cell: AgreementCell) => boolean): number =>
  cells.filter(keep).reduce((all, { legs }) => all + legs, 0);

export function peopleAgreement(cells: readonly AgreementCell[]): PeopleAgreement {
  const judged = ({ human, to }: AgreementCell) => human !== 'insufficient' && to !== 'insufficient';
  const accuses = (cell: AgreementCell) => cell.to === 'not_met' && cell.human !== 'insufficient';
  return {
    n: sum(cells, () => true),
    kappa: kappaOf(cells),
    judged: sum(cells, judged),
    abstained: sum(cells, ({ to }) => to === 'insufficient'),
    accused: { n: sum(cells, accuses), right: sum(cells, (cell) => accuses(cell) && cell.human === 'not_met') },
  };
}

export type TrustSettings = QualitySettings['trust'];

/** Whether an item's results by rule give points, and by whose measure. */
export interface Trust {
  readonly state: 'trusted' | 'not_yet' | 'unmeasured';
  readonly from: NotTrusted['from'];
  /** null where one side gave one answer only, too: it is not told then, and does not come up to a target. */
  readonly kappa: Pick<Kappa, 'kappa' | 'low' | 'high'> | null;
  readonly n: number;
  readonly target: number;
}

export const targetOf = (itemId: string, { items, target }: TrustSettings): number => (items[itemId] ?? target) / 100;

/**
 * People's figures once there are enough of them, the product's own until then. Kappa of people who all said one thing is not defined: then
 * the product's own stays, and where that is not defined either the item is not measured, because no failure was seen that could be missed.
 */
export function trustOf(
  itemId: string,
  { people, worth }: { people: PeopleAgreement | null; worth: ItemWorth | null },
  settings: TrustSettings,
): Trust {
  const target = targetOf(itemId, settings);
  const counts = people !== null && people.kappa !== null && people.judged >= settings.leastReviews;
  const found = counts ? people.kappa : (worth?.kappa ?? null);
  if (!found) return { state: 'unmeasured', from: 'none', kappa: null, n: 0, target };
  const kappa = toldKappa({ kappa: found.kappa, low: found.low, high: found.high });
  const state = kappa !== null && kappa.kappa >= target ? 'trusted' : 'not_yet';
  return { state, from: counts ? 'people' : 'eval', kappa, n: found.n, target };
}

/** An item built from a few example sentences counts only after people have measured it, whatever the settings say about other items. */
const restsOnExamples = (check: unknown): boolean => nodesIn(check, '').some(({ node }) => node.kind === 'examples');

/** Why results of the item give no points; null where all of them do. */
export function notTrustedBy(trust: Trust, settings: TrustSettings, check: unknown): NotTrusted | null {
  const unmeasured = restsOnExamples(check) ? 'none' : settings.unmeasured;
  const isUnmeasured = trust.state === 'unmeasured';
  if (trust.state === 'trusted' || (isUnmeasured && unmeasured === 'all')) return null;
  const { from, kappa, n, target } = trust;
  const why = { from, kappa: kappa?.kappa ?? null, n, target };
  return isUnmeasured && unmeasured === 'met' ? { ...why, only: 'not_met' } : why;
}

/** An item of a checklist that is not trusted yet. */
export interface NotTrustedItem {
  readonly itemId: string;
  readonly why: NotTrusted;
}

/** Judged by a fact, or by people alone: trust is not asked for. */
export const asksForTrust = (check: { readonly kind: string }): boolean =>
  !['fact', 'timing', 'human'].includes(check.kind);

/** As the database counts them. */
export interface CountedCell {
  readonly checklistId: string;
  readonly version: number;
  readonly itemId: string;
  readonly language: 'zh' | 'en';
  readonly engine: string;
  readonly human: Outcome;
  readonly to: Outcome;
  readonly legs: number;
}
