import { type Lexicons } from '#quality';
import { shareInterval } from '../intervals.rules.js';
import { SURE_FROM } from '../worth.rules.js';
import { fitAll, nested, type Verdict } from './nested.js';
import { ownershipCases, type OwnershipCase } from './ownership-cases.js';

const PARTS: readonly { name: string; has(one: OwnershipCase): boolean }[] = [
  { name: 'set2 and set3', has: ({ collection }) => collection.startsWith('set') },
  { name: 'set2', has: ({ collection }) => collection === 'set2' },
  { name: 'set3', has: ({ collection }) => collection === 'set3' },
  { name: 'set2 and set3, zh', has: ({ collection, language }) => collection.startsWith('set') && language === 'zh' },
  { name: 'set2 and set3, en', has: ({ collection, language }) => collection.startsWith('set') && language === 'en' },
  { name: 'microblog', has: ({ collection, microblog }) => collection !== 'ours' && microblog },
  { name: 'real, not microblog', has: ({ collection, microblog }) => collection !== 'ours' && !microblog },
  { name: 'telephone', has: ({ channel }) => channel === 'telephone' },
  { name: 'chat', has: ({ channel }) => channel === 'chat' },
  { name: 'sixty', has: ({ collection }) => collection === 'sixty' },
  { name: 'ours', has: ({ collection }) => collection === 'ours' },
  { name: 'all', has: () => true },
];

const figure = (value: number): string => value.toFixed(2);
function share(part: number, whole: number): string {
  const interval = shareInterval(part, whole);
  return interval ? `${part} of ${whole} (${figure(interval[0])}–${figure(interval[1])})` : '–';
}

function rowOf(name: string, verdicts: readonly Verdict[]): string {
  const count = (all: readonly Verdict[], got: Verdict['got']): number => all.filter((one) => one.got === got).length;
  const accused = verdicts.filter(({ got }) => got === 'not_owned');
  const sure = verdicts.filter(({ one }) => (one.sure ?? 0) >= SURE_FROM);
  const failures = sure.filter(({ one }) => one.label === 'not_met');
  const successes = sure.filter(({ one }) => one.label === 'met');
  const told = count(failures, 'not_owned') + count(failures, 'unclear');
  const cells = [
    name,
    verdicts.length,
    share(accused.filter(({ one }) => one.label === 'not_met').length, accused.length),
    share(count(failures, 'not_owned'), failures.length),
    share(told, failures.length),
    share(count(successes, 'not_owned'), successes.length),
    share(count(verdicts, 'unclear'), verdicts.length),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Fits the weights of ownership again, and prints them with what they are worth on dialogues that had no part in them. Nothing is written. */
export function fitOwnership(root: string, lexicons: Lexicons, say: (line: string) => void): void {
  const cases = ownershipCases(root, lexicons);
  const { points, zones } = fitAll(cases);
  say('weights (tenths of log-odds), for libs/quality/src/conversation/fitted.ts:');
  say(JSON.stringify({ ...points, zones }, null, 1));
  const verdicts = nested(cases);
  say(`\n**Ownership, nested cross-validation over ${cases.length} dialogues (95 of 100)**\n`);
  say(
    '| part | n | accusations right | sure failures accused | accused or asked | sure successes accused | put before a person |',
  );
  say('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const { name, has } of PARTS)
    say(
      rowOf(
        name,
        verdicts.filter(({ one }) => has(one)),
      ),
    );
}
