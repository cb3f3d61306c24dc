import { type Outcome } from '#contracts';
import { shareInterval } from '#quality/rules';

/** A call in which the agent does all that the policy asks, or (`fault`) all but one thing, plainly. */
export interface ModelCall {
  readonly id: string;
  readonly fault: string | null;
  readonly language: 'zh' | 'en';
  readonly expect: Readonly<Record<string, string>>;
}

export interface JudgedModelCall {
  readonly call: ModelCall;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** What came of one item: of model calls how many are accused or left open, of faults how many are found or put before a person. */
export interface ItemTally {
  clean: number;
  accused: number;
  open: number;
  faults: number;
  found: number;
  asked: number;
}

export interface Tally {
  readonly items: ReadonlyMap<string, ItemTally>;
  readonly all: ItemTally;
  readonly calls: number;
  /** Model calls in which nothing is accused. */
  readonly spotless: number;
}

const NONE: ItemTally = { clean: 0, accused: 0, open: 0, faults: 0, found: 0, asked: 0 };

function add(to: ItemTally, fault: string | null, item: string, outcome: Outcome | undefined): void {
  if (fault === item) {
    to.faults += 1;
    if (outcome === 'not_met') to.found += 1;
    if (outcome === 'insufficient') to.asked += 1;
  } else if (fault === null) {
    to.clean += 1;
    if (outcome === 'not_met') to.accused += 1;
    if (outcome === 'insufficient') to.open += 1;
  }
}

export function tallyOf(judged: readonly JudgedModelCall[]): Tally {
  const [items, all] = [new Map<string, ItemTally>(), { ...NONE }];
  let [calls, spotless] = [0, 0];
  for (const { call, outcomes } of judged) {
    for (const item of Object.keys(call.expect)) {
      const of = items.get(item) ?? { ...NONE };
      items.set(item, of);
      for (const to of [of, all]) add(to, call.fault, item, outcomes.get(item));
    }
    if (call.fault !== null) continue;
    calls += 1;
    if (Object.keys(call.expect).every((item) => outcomes.get(item) !== 'not_met')) spotless += 1;
  }
  return { items, all, calls, spotless };
}

const percent = (n: number, of: number): string => (of === 0 ? '–' : `${Math.round((100 * n) / of)} %`);

/** Point estimate, count, and where the true share lies in 95 of 100 such counts. */
export function shareWithInterval(n: number, of: number): string {
  const interval = shareInterval(n, of);
  if (!interval) return '–';
  const [low, high] = interval;
  return `${percent(n, of)} (${n} of ${of}; ${Math.round(100 * low)}–${Math.round(100 * high)})`;
}

const line = (name: string, { clean, accused, open, faults, found, asked }: ItemTally): string =>
  [
    name.padEnd(36),
    ...[clean, accused, open].map((n) => String(n).padStart(7)),
    ' |',
    String(faults).padStart(6),
    ...[found, asked, faults - found - asked].map((n) => percent(n, faults).padStart(7)),
  ].join(' ');

const HEAD = `${''.padEnd(36)}   clean accused    open  | faults   found  person  passed`;

/** The table of one language, or of all. */
export function modelCallTable(title: string, { items, all, calls, spotless }: Tally): string[] {
  return [
    '',
    `${title}: ${calls} model calls, ${all.faults} faults`,
    HEAD,
    ...[...items].map(([name, of]) => line(name, of)),
    line('all', all),
    `  spotless ${shareWithInterval(spotless, calls)}; accused ${shareWithInterval(all.accused, all.clean)};`,
    `  open ${shareWithInterval(all.open, all.clean)}; found ${shareWithInterval(all.found, all.faults)}; found or before a person ${shareWithInterval(all.found + all.asked, all.faults)}`,
  ];
}
