import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
/** What goes through all words of a call, or all records that hang together: seconds, where they are hostile. */
const WHOLE = [
  'findSpans',
  'wordsChanged',
  'countSpoken',
  'tokensOfTranscript',
  'postingsOf',
  'placeCommitments',
  'automaticCard',
  'keptWords',
  'foldQuestion',
];
const imports = (text: string): string[] =>
  [...text.matchAll(/^import \{([^}]*)\} from/gm)].flatMap(([, names]) =>
    names!
      .split(',')
      .map((name) => name.trim())
      .filter((name) => !name.startsWith('type ')),
  );
const sources = [
  'libs/transcripts/src',
  'libs/commitments/src',
  'libs/quality/src/scoring',
  'libs/intake/src/records',
  'apps/worker/src',
].flatMap((folder) =>
  globSync(`${folder}/**/*.ts`, { cwd: ROOT }).filter((path) => !/\.(spec|int-spec|fixture)\.ts$/.test(path)),
);

/** Files that may call such a function: pure rules, threads, and what hands it to a thread as what sources under test do in place. */
const ELSEWHERE =
  /\.(rules|thread)\.ts$|\/index\.ts$|\/(prepare-judge|leg-to-score\.service|sensitive-spans\.service)\.ts$/;

describe('whole transcripts, and thousands of records, in the worker', () => {
  it('are gone through in threads, and never in its event loop', () => {
    const onTheLoop = sources
      .filter((path) => !ELSEWHERE.test(path))
      .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
      .filter(({ text }) => imports(text).some((name) => WHOLE.includes(name)) && !/\binPlace\b/.test(text));
    expect(onTheLoop.map(({ path }) => path)).toEqual([]);
  });

  it('have a thread for each such work, beside who asks it', () => {
    const asking = sources.filter((path) => /beside: import\.meta\.url/.test(readFileSync(join(ROOT, path), 'utf8')));
    expect(asking.length).toBeGreaterThan(4);
    for (const path of asking) {
      const [, name] = /name: '([a-z-]+)'/.exec(readFileSync(join(ROOT, path), 'utf8')) ?? [];
      expect([path, existsSync(join(ROOT, path, '..', `${name}.thread.ts`))]).toEqual([path, true]);
    }
  });
});
