import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Day } from '../day.js';
import { type Failure } from '../live.js';
import { type Memory } from '../place/memory.js';
import { counted, readLog, unprovoked } from './log-lines.rules.js';
import { grewTooMuch, growthOf } from './memory.rules.js';
import { type Answer } from './question.js';

export interface Lived {
  day: Day;
  memory: Memory;
  failures: readonly Failure[];
  monday: Date;
}

export async function askEverything(lived: Lived): Promise<Answer[]> {
  return [await logs(lived), memoryOf(lived), appointments(lived)];
}

const appointments = ({ failures, day }: Lived): Answer => ({
  question: 'did everybody do their work?',
  ok: failures.length === 0 && day.answers.unexpected.length === 0,
  found: [
    `${day.answers.count} requests`,
    ...failures.map(({ at, who, what, words }) => `${at} ${who} ${what}: ${words}`),
    ...day.answers.unexpected.map(({ who, what }) => `${who}: ${what}`),
  ],
});

async function logs({ day }: Lived): Promise<Answer> {
  const files = day.installation.logFiles();
  const lines = (await Promise.all(files.map(async (file) => readLog(basename(file), await readFile(file, 'utf8'))))).flat();
  const bad = unprovoked(lines, day.provoked);
  return { question: 'is every log line of level 50 or 60 provoked?', ok: bad.length === 0, found: [`${lines.length} lines`, ...counted(bad)] };
}

function memoryOf({ memory }: Lived): Answer {
  const all = growthOf(memory.samples);
  return {
    question: 'did each process end within 50 MB of its first hour?',
    ok: all.length > 0 && !all.some(grewTooMuch),
    found: all.map((one) => `${one.process} ${one.pid}: ${one.firstHourMb.toFixed(0)} → ${one.endMb.toFixed(0)} MB in ${one.hours.toFixed(0)} h`),
  };
}
