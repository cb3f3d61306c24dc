import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { existsSync } from 'node:fs';
import { askArrivals } from './ask-arrivals.js';
import { askCalls } from './ask-calls.js';
import { askLeftOver, orphanFiles } from './ask-left-over.js';
import { askSchedules } from './ask-schedules.js';
import { counted, readLauncher, readLog, unprovoked } from './log-lines.rules.js';
import { grewTooMuch, growthOf } from './memory.rules.js';
import { type Answer, type Lived } from './question.js';
import { runTool } from '../place/tool.js';

/** Asks while the product still runs what only it can say, then has it stopped and asks what is left. */
export async function askEverything(lived: Lived, stop: () => Promise<void>): Promise<Answer[]> {
  const running = [
    appointments(lived),
    await askCalls(lived),
    await askSchedules(lived),
    await askArrivals(lived),
    await askJournal(lived),
    restored(lived),
  ];
  const files = await orphanFiles(lived);
  await lived.day.provoke('stopped', stop);
  return [...running, await logs(lived), memory(lived), askLeftOver(files)];
}

const appointments = ({ failures, day }: Lived): Answer => ({
  question: 'did everyone do their work?',
  ok: failures.length === 0 && day.answers.unexpected.length === 0,
  found: [
    `${day.answers.count} requests`,
    ...failures.map(({ at, who, what, words }) => `${at} ${who} ${what}: ${words}`),
    ...day.answers.unexpected.map(({ who, what }) => `${who}: ${what}`),
  ],
});

const restored = ({ day }: Lived): Answer => ({
  question: 'is the restored backup the same?',
  ok: day.restored.length > 0,
  found: day.restored.length > 0 ? day.restored : ['nothing was restored and compared'],
});

async function logs({ day }: Lived): Promise<Answer> {
  const { api, worker, launcher } = day.installation.house.logs;
  const texts = [
    ...(await Promise.all([api, worker].map(async (file) => readLog(basename(file), await readFile(file, 'utf8'))))),
    // It is there once there is speech in it.
    readLauncher(basename(launcher), await readFile(launcher, 'utf8').catch(() => '')),
  ];
  const bad = unprovoked(texts.flat(), day.provoked);
  const found = [
    `${texts.flat().length} lines; provoked: ${day.provoked.map(({ what }) => what).join(', ')}`,
    ...counted(bad),
  ];
  return { question: 'is every log line of level 50 or 60 provoked?', ok: bad.length === 0, found };
}

function memory({ memory: looks }: Lived): Answer {
  const all = growthOf(looks.samples);
  const said = all.map(
    (one) =>
      `${one.process} ${one.pid}: ${one.firstHourMb.toFixed(0)} → ${one.endMb.toFixed(0)} MB in ${one.hours.toFixed(0)} h${grewTooMuch(one) ? '  ← grew' : ''}`,
  );
  return {
    question: 'did each process end within 50 MB of its first hour?',
    ok: all.length > 0 && !all.some(grewTooMuch),
    found: said,
  };
}

/** `npm run verify-journal`, against the heads that the auditor carried out of the house on Monday. */
export async function askJournal({ day }: Lived): Promise<Answer> {
  const question = 'does the journal verify against heads that are held outside?';
  const heads = day.out('heads');
  if (!existsSync(heads)) return { question, ok: false, found: ['no journal head was carried off the machine'] };
  const { code, said } = await runTool('dist/tools/journal/verify.js', ['--head', heads], day.installation.settings);
  return { question, ok: code === 0, found: said.split('\n').slice(0, 8) };
}
