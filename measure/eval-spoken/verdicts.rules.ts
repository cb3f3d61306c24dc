import { agreementOf, MEASURED, meanOf, outcomeOf, type Judged, type MeasuredItem } from '../eval/agreement.rules.js';

/** One dialogue judged on the words that were spoken and on those that were heard. */
export interface BothWays {
  said: Judged;
  heard: Judged;
}

/** What hearing may cost. */
export const AIMS = { kappa: 0.05, coverage: 0.05 } as const;

interface Accusations {
  made: number;
  /** Of those, how many readers made too. */
  right: number;
}

/** Verdicts on heard words beside those on true words: an item, or the mean of the core ones. */
export interface Survival {
  name: string;
  kappa: [said: number | null, heard: number | null];
  coverage: [said: number, heard: number];
  accusations: [said: Accusations, heard: Accusations];
  /** Accused on heard words only. */
  newlyAccused: number;
  /** Dialogues in which the verdict is another. */
  differ: number;
}

/** How judgement survives hearing, item by item, and over all: the mean of kappa and coverage, and the sum of the rest. */
export function survivalOf(dialogues: readonly BothWays[]): { items: Survival[]; all: Survival } {
  const labelled = MEASURED.filter((item) => dialogues.some(({ said }) => item.label(said.dialogue.labels) !== null));
  const items = labelled.map((item) => survivalOfItem(item, dialogues));
  const [said, heard] = (['said', 'heard'] as const).map((way) =>
    meanOf(
      labelled.map((item) =>
        agreementOf(
          item,
          dialogues.map((one) => one[way]),
        ),
      ),
    ),
  ) as [ReturnType<typeof meanOf>, ReturnType<typeof meanOf>];
  const sum = (of: (one: Survival) => number): number => items.reduce((total, one) => total + of(one), 0);
  const accusations = ([0, 1] as const).map((way) => ({
    made: sum((one) => one.accusations[way].made),
    right: sum((one) => one.accusations[way].right),
  })) as [Accusations, Accusations];
  const all: Survival = {
    name: 'all (kappa, cover: mean)',
    kappa: [said.kappa, heard.kappa],
    coverage: [said.coverage, heard.coverage],
    accusations,
    newlyAccused: sum((one) => one.newlyAccused),
    differ: sum((one) => one.differ),
  };
  return { items, all };
}

function survivalOfItem(item: MeasuredItem, dialogues: readonly BothWays[]): Survival {
  const read = dialogues.filter(({ said }) => item.label(said.dialogue.labels) !== null);
  const [said, heard] = [read.map((one) => one.said), read.map((one) => one.heard)];
  const [before, after] = [agreementOf(item, said), agreementOf(item, heard)];
  const outcomes = read.map((one) => [outcomeOf(one.said, item.itemIds), outcomeOf(one.heard, item.itemIds)] as const);
  return {
    name: item.name,
    kappa: [before.kappa, after.kappa],
    coverage: [before.coverage, after.coverage],
    accusations: [accusationsOf(item, said), accusationsOf(item, heard)],
    newlyAccused: outcomes.filter(([a, b]) => a !== 'not_met' && b === 'not_met').length,
    differ: outcomes.filter(([a, b]) => a !== b).length,
  };
}

function accusationsOf(item: MeasuredItem, judged: readonly Judged[]): Accusations {
  const made = judged.filter((one) => outcomeOf(one, item.itemIds) === 'not_met');
  return {
    made: made.length,
    right: made.filter(({ dialogue }) => item.label(dialogue.labels) === 'not_met').length,
  };
}

/** The same as a table, with the aims below. */
export function survivalTable(dialogues: readonly BothWays[]): string[] {
  const { items, all } = survivalOf(dialogues);
  const head = ['', 'kappa: true', 'heard', 'cover: true', 'heard', 'accused: true', 'heard', 'newly', 'differ'];
  const rows = [...items, all].map((one) => [
    one.name,
    ...one.kappa.map(figure),
    ...one.coverage.map(figure),
    ...one.accusations.map(({ made, right }) => `${made} (${right} right)`),
    String(one.newlyAccused),
    String(one.differ),
  ]);
  const width = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(width[at]!) : cell.padStart(width[at]!))).join('  ');
  return [
    '',
    `Verdicts on true and on heard words, ${dialogues.length} dialogues`,
    ...[head, ...rows].map(line),
    aims(all),
  ];
}

const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(2));

function aims({ kappa, coverage, newlyAccused }: Survival): string {
  const lost = ([said, heard]: readonly (number | null)[]): number => (said ?? 0) - (heard ?? 0);
  const told = (name: string, value: number, aim: number): string =>
    `${name} loses ${value.toFixed(3)} (aim ≤ ${aim}: ${value <= aim ? 'reached' : 'missed'})`;
  const accused = `${newlyAccused} accused on heard words only (aim 0: ${newlyAccused === 0 ? 'reached' : 'missed'})`;
  return [told('mean kappa', lost(kappa), AIMS.kappa), told('coverage', lost(coverage), AIMS.coverage), accused].join(
    '; ',
  );
}
