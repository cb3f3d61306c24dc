import { type DemoReport } from './main.js';

const COLUMNS = ['sample', 'language', 'engine', 'stage', 'met', 'not met', 'n/a', 'insufficient', 'points'] as const;

/** What the demonstration tells a person: the scores, what the engine is worth, and how to sign in. */
export function resultTable({ calls, users, baseUrl }: DemoReport): string {
  const rows = calls.map(({ sample, language, engine, stage, outcomes, points, maxPoints }) => [
    ...[sample, language, engine ?? '–', stage],
    ...[outcomes.met, outcomes.not_met, outcomes.not_applicable, outcomes.insufficient].map(String),
    points === null ? '–' : `${points} / ${maxPoints}`,
  ]);
  const width = COLUMNS.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => cell.padEnd(width[i] ?? 0))
      .join('  ')
      .trimEnd();
  const roles = users.map(({ username, role }) => `  ${username.padEnd(12)}${role}`);
  return [
    '',
    line(COLUMNS),
    ...rows.map(line),
    '',
    ...aboutWords(calls),
    '',
    `Open ${baseUrl} and sign in with the password ${users[0]?.password ?? ''} as`,
    ...roles,
    '',
    'Ctrl-C stops everything; the data stay in the data directory.',
    '',
  ].join('\n');
}

/** Only what is true of the engines that ran. */
function aboutWords(calls: DemoReport['calls']): string[] {
  const engines = new Set(calls.map(({ engine }) => engine));
  return [
    ...(engines.has('faster-whisper')
      ? [
          'English was recognised from its sound by Whisper base (faster-whisper), which mishears a word here and there.',
        ]
      : []),
    ...(engines.has('pocketsphinx')
      ? [
          'English was recognised by pocketsphinx: good enough to show the path on a bare machine, not for production. It mishears some words of',
          'clean 16 kHz speech and most words of 8 kHz telephone audio, which is then marked unreliable.',
        ]
      : []),
    ...(engines.has('provided') ? ['The Mandarin words came with the calls.'] : []),
  ];
}
