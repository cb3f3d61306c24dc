import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { benchCalls } from './calls/bench-calls.js';
import { benchCapture } from './capture/bench-capture.js';
import { benchHostile } from './hostile/bench-hostile.js';
import { benchIngest } from './ingest/bench-ingest.js';
import { benchKeys } from './keys/bench-keys.js';
import { benchList } from './list/bench-list.js';
import { benchFloor } from './live/bench-floor.js';
import { benchHangUp } from './live/bench-hang-up.js';
import { benchLiveWords } from './live/bench-live-words.js';
import { benchPhrases } from './phrases/bench-phrases.js';
import { benchReports } from './reports/bench-reports.js';
import { benchRestore } from './restore/bench-restore.js';
import { benchScoring } from './scoring/bench-scoring.js';
import { benchSearch } from './search/bench-search.js';
import { benchYears } from './years/bench-years.js';
import { benchUpgrade } from './upgrade/bench-upgrade.js';
import { runCommand, UsageError } from '../eval/usage-error.js';
import { type Say } from './say.js';

const USAGE = `usage: npm run bench -- ingest [--mb N] [--rounds N]
       npm run bench -- scoring [--rounds N] [--calls N]
       npm run bench -- calls [--calls N] [--rounds N]
       npm run bench -- capture [--calls N] [--seconds N]
       npm run bench -- floor [--screens N] [--rounds N]
       npm run bench -- hang-up [--seconds N] [--rounds N]
       npm run bench -- hostile
       npm run bench -- list [--rounds N] [--calls N]
       npm run bench -- phrases [--calls N] [--rounds N]
       npm run bench -- reports [--calls N] [--questions N]
       npm run bench -- restore [--rounds N] [--calls N]
       npm run bench -- search [--calls N] [--questions N]
       npm run bench -- keys [--keys N]
       npm run bench -- live-words [--calls N] [--seconds N]
       npm run bench -- upgrade [--calls N] [--oldest] [--kill]
       npm run bench -- years [--recordings N] [--keys N] [--folder DIR]`;

const say: Say = (line) => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const number = { type: 'string' } as const;
  const folder = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    options: {
      folder,
      ...{ oldest: flag, kill: flag },
      mb: number,
      rounds: number,
      calls: number,
      questions: number,
      recordings: number,
      keys: number,
      seconds: number,
      screens: number,
    },
    allowPositionals: true,
  });
  const count = (
    name: Exclude<keyof typeof values, 'folder' | 'oldest' | 'kill'>,
    standard: number,
    least: number,
  ): number => {
    const value = Number(values[name] ?? standard);
    if (!Number.isInteger(value) || value < least) throw new UsageError(`--${name} is a whole number from ${least} on`);
    return value;
  };
  const [bench, ...rest] = positionals;
  if (rest.length === 0 && bench === 'ingest') {
    await benchIngest({ megabytes: count('mb', 512, 1), rounds: count('rounds', 5, 3) }, say);
  } else if (rest.length === 0 && bench === 'scoring') {
    benchScoring({ calls: count('calls', 100, 2), rounds: count('rounds', 5, 3) }, say);
  } else if (rest.length === 0 && bench === 'calls') {
    await benchCalls({ calls: values.calls ? count('calls', 7, 1) : null, rounds: count('rounds', 5, 1) }, say);
  } else if (rest.length === 0 && bench === 'capture') {
    await benchCapture({ calls: count('calls', 500, 1), seconds: count('seconds', 20, 5) }, say);
  } else if (rest.length === 0 && bench === 'floor') {
    await benchFloor({ screens: count('screens', 1000, 2), rounds: count('rounds', 30, 3) }, say);
  } else if (rest.length === 0 && bench === 'hang-up') {
    await benchHangUp({ seconds: count('seconds', 300, 30), rounds: count('rounds', 1, 1) }, say);
  } else if (rest.length === 0 && bench === 'hostile') {
    await benchHostile(say);
  } else if (rest.length === 0 && bench === 'list') {
    await benchList({ calls: count('calls', 100_000, 10_000), rounds: count('rounds', 5, 3) }, say);
  } else if (rest.length === 0 && bench === 'phrases') {
    await benchPhrases({ calls: count('calls', 100_000, 10_000), rounds: count('rounds', 40, 20) }, say);
  } else if (rest.length === 0 && bench === 'reports') {
    await benchReports({ calls: count('calls', 100_000, 10_000), asked: count('questions', 60, 10) }, say);
  } else if (rest.length === 0 && bench === 'keys') {
    await benchKeys({ keys: count('keys', 1_000_000, 1000) }, say);
  } else if (rest.length === 0 && bench === 'restore') {
    await benchRestore({ calls: count('calls', 100_000, 1000), rounds: count('rounds', 3, 1) }, say);
  } else if (rest.length === 0 && bench === 'search') {
    await benchSearch({ calls: count('calls', 33_700, 1000), questions: count('questions', 1000, 100) }, say);
  } else if (rest.length === 0 && bench === 'live-words') {
    await benchLiveWords({ calls: count('calls', 1, 1), seconds: count('seconds', 60, 10) }, say);
  } else if (rest.length === 0 && bench === 'upgrade') {
    const { oldest, kill } = values;
    await benchUpgrade({ calls: count('calls', 200_000, 1000), oldest, kill }, say);
  } else if (rest.length === 0 && bench === 'years') {
    const most = count('recordings', 1_000_000, 10_000);
    await benchYears({ recordings: most, keys: count('keys', Math.min(most, 100_000), 0), folder: values.folder }, say);
  } else throw new UsageError('which bench?');
}

runCommand(main, USAGE);
