import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { commandsAsRun } from '#platform';
import { add, list, pull, setUp, trust, verify, type Wishes } from './commands.js';
import { Trouble } from './checkout.js';

const USAGE = `usage: npm run models -- list
       npm run models -- pull NAME [--sha256 HEX | --first-use] [--mirror URL] [--hub URL] [--folder FOLDER] [--reliable-from HZ]
       npm run models -- set-up
       npm run models -- add FOLDER|ARCHIVE [--as NAME] [--sha256 HEX] [--reliable-from HZ]
       npm run models -- verify
       npm run models -- trust NAME --reliable-from HZ
The models directory is SHOUWEN_MODELS_DIR, by default "models" in SHOUWEN_DATA_DIR (.data); or --models-dir.`;

class UsageError extends Error {}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    options: {
      ...{ sha256: text, mirror: text, hub: text, folder: text, as: text, 'reliable-from': text, 'models-dir': text },
      'first-use': { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const { SHOUWEN_MODELS_DIR: given, SHOUWEN_DATA_DIR: dataDir = '.data' } = process.env;
  if (values.sha256 !== undefined && !/^[0-9a-f]{64}$/.test(values.sha256))
    throw new UsageError('--sha256 takes 64 lower-case hexadecimal digits');
  const hz = values['reliable-from'] === undefined ? undefined : Number(values['reliable-from']);
  if (hz !== undefined && !(Number.isInteger(hz) && hz >= 8_000 && hz <= 48_000))
    throw new UsageError('--reliable-from takes a rate in Hz, from 8000 to 48000');
  const wishes: Wishes = {
    modelsDir: resolve(values['models-dir'] ?? (given || resolve(dataDir, 'models'))),
    say: (line) => void process.stdout.write(`${commandsAsRun(line, process.env, process.cwd())}\n`),
    ...{ mirror: values.mirror, hub: values.hub, folder: values.folder, sha256: values.sha256, as: values.as },
    ...{ firstUse: values['first-use'], reliableFromHz: hz },
  };
  const [command, subject, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`what is "${rest[0]}"?`);
  if (command === 'list' && subject === undefined) return list(wishes);
  if (command === 'set-up' && subject === undefined) return setUp(wishes);
  if (command === 'verify' && subject === undefined) return verify(wishes);
  if (command === 'pull' && subject !== undefined) return pull(subject, wishes);
  if (command === 'add' && subject !== undefined) return add(subject, wishes);
  if (command === 'trust' && subject !== undefined) return trust(subject, wishes);
  throw new UsageError('which command?');
}

main().catch((error: unknown) => {
  const misused = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  const words =
    error instanceof Trouble || misused ? (error as Error).message : String((error as Error).stack ?? error);
  process.stderr.write(commandsAsRun(`${words}\n${misused ? `${USAGE}\n` : ''}`, process.env, process.cwd()));
  process.exitCode = misused ? 2 : 1;
});
