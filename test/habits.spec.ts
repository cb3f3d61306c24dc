import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { habitsIn, NOT_OURS } from './architecture/habits.js';

const FOLDERS = ['apps', 'docker', 'docs', 'libs', 'measure', 'test', 'tools'];

/** Every file with English for people in it. The two that hold the rule name the words. */
const files = [...readdirSync('.'), ...FOLDERS.flatMap(below)].filter(
  (path) =>
    /\.(md|css|[cm]?[jt]sx?|ya?ml|sh|py|Dockerfile|service|example)$/.test(path) && !/habits\.(spec\.)?ts$/.test(path),
);

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? below(path) : [path];
  });
}

const read = (path: string): string => readFileSync(path, 'utf8');

describe('the English of comments, documents and sentences', () => {
  it('is looked at everywhere', () => {
    expect(files).toEqual(expect.arrayContaining(['README.md', 'docs/journey.md', 'docker/worker.Dockerfile']));
    expect(files.length).toBeGreaterThan(2500);
  });

  it('says who acts', () => {
    expect(files.flatMap((path) => habitsIn(path, read(path)))).toEqual([]);
  });

  it('is left alone only where it is not ours, which has to be true', () => {
    const idle = Object.keys(NOT_OURS).filter((place) =>
      files
        .filter((path) => path.startsWith(place))
        .every((path) => habitsIn(`elsewhere/${path}`, read(path)).length === 0),
    );
    expect(idle).toEqual([]);
  });

  it.each([
    ['a comment of a line', 'a.ts', '\n// Nobody waits for it.\n', 'a.ts:2 Nobody'],
    ['a comment before a bracket', 'a.ts', 'const f = () => {\n  g();\n  // Whoever asks.\n};', 'a.ts:3 Whoever'],
    [
      'the second line of a comment',
      'a.tsx',
      '/**\n * Says what\n * it says of itself.\n */\nexport {};',
      'a.tsx:3 of itself',
    ],
    ['a sentence', 'a.ts', "\nthrow new Error('see what comes of it');", 'a.ts:2 comes of it'],
    ['a sentence with a value in it', 'a.ts', 'const a = `somebody has ${name} already`;', 'a.ts:1 somebody'],
    ['a sentence on a screen', 'a.tsx', 'const a = <p>Nobody is here.</p>;', 'a.tsx:1 Nobody'],
    ["a test's title", 'a.spec.ts', "it('asks nobody twice', run);", 'a.spec.ts:1 nobody'],
    ['a module', 'a.mjs', '// what nobody reads\nexport {};', 'a.mjs:1 nobody'],
    ['a document', 'docs/a.md', '# A\n\n```sh\nid nobody\n```\n\nTell somebody.', 'docs/a.md:7 somebody'],
    ['a style sheet', 'a.css', '.nobody {}\n/* for whoever prints */\n', 'a.css:2 whoever'],
    ['a lexicon’s comment', 'a.yaml', '# what somebody says\n- nobody called back\n', 'a.yaml:1 somebody'],
    ['a choice', 'a.ts', '// whichever comes first\nexport {};', 'a.ts:1 whichever'],
    ['a word of another century', 'docs/a.md', 'The keyring is read anew.', 'docs/a.md:1 anew'],
    ['a place', 'docs/a.md', 'Its name stands in the row.', 'docs/a.md:1 stands in'],
    ['several places', 'a.ts', '/** Numbers that stand beside it. */\nexport {};', 'a.ts:1 stand beside'],
    ['an order', 'a.tsx', 'const a = <p>The newest stands last.</p>;', 'a.tsx:1 stands last'],
    ['a program in another language', 'a.py', 'nobody = 1\n# read by nobody\n', 'a.py:2 nobody'],
  ])('is found wanting in %s', (_what, path, text, found) => {
    expect(habitsIn(path, text)).toEqual([found]);
  });

  it.each([
    ['a name in the code', 'a.ts', 'const nobody = 65534;'],
    ['a word that is no sentence', 'a.ts', "const name = 'nobody';"],
    ['the name of something', 'a.ts', '/** The user `nobody` of every Linux. */\nexport {};'],
    [
      'what a customer says',
      'a.spec.ts',
      "const turns = ['C: nobody called me back', { text: 'Somebody will call you.' }];",
    ],
    ['a phrase', 'a.yaml', '- nobody called back'],
    ['what a decision does', 'docs/a.md', 'The decision stands. Nothing stands behind a standing grant or a stand-in.'],
  ])('is not judged in %s', (_what, path, text) => {
    expect(habitsIn(path, text)).toEqual([]);
  });
});
