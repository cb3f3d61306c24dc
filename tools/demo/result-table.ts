import { type Language } from '#contracts';
import { type Misheard } from './misheard.rules.js';
import { type SampleResult } from './run-samples.js';

const COLUMNS = [
  ...['sample', 'engine', 'stage', 'misheard', 'met', 'not met', 'n/a', 'insufficient', 'points'],
] as const;
/** More would hide the scores. */
const MOST_PLACES = 5;
const NAMES: Record<Language, string> = { en: 'English', zh: 'Mandarin' };

/** How to get in: the first thing that a waiting person wants to know. */
export function doorLines({ baseUrl, users }: Pick<DemoReport, 'baseUrl' | 'users'>): string[] {
  const roles = users.map(({ username, role }) => `  ${username.padEnd(12)}${role}`);
  return [`Open ${baseUrl} and sign in with the password ${users[0]?.password ?? ''} as`, ...roles];
}

/** What the demonstration tells a person: the scores, what was misheard, and how to sign in. */
export function resultTable(report: DemoReport): string {
  const { calls } = report;
  const rows = calls.map(({ sample, engine, stage, misheard, outcomes, points, maxPoints }, at) => [
    ...[sample, engine ?? '–', stage, misheard ? amount(misheard, calls[at]!) : '–'],
    ...[outcomes.met, outcomes.not_met, outcomes.not_applicable, outcomes.insufficient].map(String),
    points === null ? '–' : `${points} / ${maxPoints}`,
  ]);
  const width = COLUMNS.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => cell.padEnd(width[i] ?? 0))
      .join('  ')
      .trimEnd();
  const below = [...aboutWords(calls), ...calls.flatMap(placesOf), '', ...doorLines(report)];
  const end = 'Ctrl-C stops everything; the data stay in the data directory.';
  return ['', line(COLUMNS), ...rows.map(line), '', ...below, '', end, ''].join('\n');
}

const amount = ({ wrong, units }: Misheard, { language }: SampleResult): string =>
  `${wrong} of ${units} ${language === 'zh' ? 'characters' : 'words'}`;

/** Only what is true of the engines that ran. */
function aboutWords(calls: readonly SampleResult[]): string[] {
  const byEngine = new Map<string, Set<Language>>();
  for (const { engine, model, language } of calls) {
    if (!engine) continue;
    const name = engine === 'provided' || !model || model === 'none' ? engine : `${engine} (${model})`;
    byEngine.set(name, (byEngine.get(name) ?? new Set()).add(language));
  }
  return [...byEngine].map(([name, languages]) => {
    const spoken = [...languages].map((language) => NAMES[language]).join(' and ');
    return name === 'provided'
      ? `Nothing was heard in ${spoken}: no recogniser for it is set up here, so the words came along with the calls. npm run models -- set-up tries again.`
      : `${spoken}, as a telephone carries it: heard from the sound by ${name}. What it misheard:`;
  });
}

function placesOf({ sample, misheard, language }: SampleResult): string[] {
  if (!misheard || misheard.places.length === 0) return [];
  const quoted = misheard.places
    .slice(0, MOST_PLACES)
    .map(({ said, heard }) => `${said || 'nothing'} → ${heard || 'nothing'}`);
  const more = misheard.places.length - quoted.length;
  const between = language === 'zh' ? '；' : '; ';
  return [`  ${sample}: ${quoted.join(between)}${more > 0 ? `${between}${more} more` : ''}`];
}

/** What `--json` prints, last. */
export interface DemoReport {
  baseUrl: string;
  users: { role: string; username: string; password: string }[];
  calls: SampleResult[];
}
