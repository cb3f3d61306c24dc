/** `npm run eval:redaction [-- --count N --seed N --noise SHARE --examples]`: misses and false alarms of redaction on a made corpus, as a table. */
import { parseArgs } from 'node:util';
import { makeCorpus } from './corpus.js';
import { judgeCorpus, type Tally } from './judge.rules.js';
import { withNoise } from './noise.rules.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    seed: { type: 'string' },
    noise: { type: 'string' },
    examples: { type: 'boolean' },
  },
});
const count = Number(values.count ?? 4_000);
const seed = Number(values.seed ?? 20_261_124);
const noise = Number(values.noise ?? 0);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed) || !(noise >= 0 && noise <= 1)) {
  process.stderr.write('用法 / Usage: npm run eval:redaction [-- --count 4000 --seed 1 --noise 0.1 --examples]\n');
  process.exit(2);
}

const started = performance.now();
const dialogues = withNoise(makeCorpus(count, seed), noise, seed);
const made = performance.now();
const { tallies, codes, clean, alarmed, examples } = judgeCorpus(dialogues);
const ms = performance.now() - made;
const turns = dialogues.reduce((sum, dialogue) => sum + dialogue.turns.length, 0);

const share = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(2)} %`);
const line = ({ language, kind, planted, missed, otherKind, falseAlarms }: Tally): string =>
  `| ${[language, kind, planted, `${missed} (${share(missed, planted)})`, otherKind, falseAlarms].join(' | ')} |`;
process.stdout.write(
  [
    `${count} dialogues, seed ${seed}, ${turns} turns, ${share(noise, 1)} of sensitive digits misheard; made in ${(made - started).toFixed(0)} ms, looked through in ${ms.toFixed(0)} ms`,
    '',
    '| language | kind | planted | missed | hidden as another kind | false alarms |',
    '| --- | --- | --- | --- | --- | --- |',
    ...tallies.filter(({ planted, falseAlarms }) => planted + falseAlarms > 0).map(line),
    '',
    `card codes: ${codes.planted} said; ${codes.cut} cut (${share(codes.cut, codes.planted)}), ${codes.doubtful} doubtful, silent until a person decides (${share(codes.doubtful, codes.planted)}), ${codes.missed} missed (${share(codes.missed, codes.planted)}); cut where none was said: ${codes.falseCuts}; asked about where none was said: ${codes.falseDoubts}`,
    '',
    `${clean} dialogues of near misses only: something was hidden in ${alarmed} (${share(alarmed, clean)})`,
    ...(values.examples ? ['', ...examples] : []),
    '',
  ].join('\n'),
);
