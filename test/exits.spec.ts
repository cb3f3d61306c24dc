import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { EXITS, type ExitName } from '#legal';
import { WAYS_OUT } from '../apps/api/src/call/page/ways-out.js';

/** Who asks the vault for plaintext, and in whose name: `warrant`, or the job of the product whose result is sealed or counted again. */
const READERS: Record<string, string> = {
  'apps/api/src/call/words/sealed-words.ts': 'warrant',
  'apps/api/src/call/audio/peaks.query.ts': 'warrant',
  'apps/api/src/call/audio/audio.service.ts': 'warrant',
  'libs/legal/src/exports/files/recording-files.service.ts': 'warrant',
  'libs/quality/src/acts/call-acts.service.ts': 'job',
  'libs/commitments/src/leg-commitments.service.ts': 'job',
  'libs/quality/src/scoring/leg-to-score.service.ts': 'job',
  'libs/recordings/src/care/object-check.service.ts': 'job',
  'libs/recordings/src/masking/silenced-sound.ts': 'job',
  'libs/recordings/src/parts/part-sound.service.ts': 'job',
  'libs/recordings/src/seal-recording.service.ts': 'job',
  'libs/transcripts/src/channel-sound.ts': 'job',
  'libs/transcripts/src/redaction/masked-copies.service.ts': 'job',
  'libs/transcripts/src/redaction/redacted-words.service.ts': 'job',
  'libs/transcripts/src/search/index-words.service.ts': 'job',
  'libs/transcripts/src/transcription-ledger.ts': 'job',
};

/** What hands out plaintext, in the API's own words: code that names one of these opens something. */
const OPENERS = [
  'SealedWords',
  'TranscriptReader',
  'TranscriptQuery',
  'ExportDownloads',
  'LegToScoreService',
  'ExitGate',
];
/** Wiring, and what only passes on what a file of the table opened. */
const PASSES_ON = [
  'api.module.ts',
  'call/page/call-attention.handlers.ts',
  'call/words/sealed-words.ts',
  'call/words/transcript-reader.ts',
  'call/page/ways-out.ts',
  // The company's profile alone.
  'checklists/checklist-bench.service.ts',
];

interface Source {
  path: string;
  text: string;
  names: Set<string>;
  /** The authority of each call that takes plaintext out of the vault. */
  readings: string[];
}

function walk(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) return walk(path);
    return /\.ts$/.test(name) && !/\.(int-)?spec\.ts$|\.fixture\.ts$|\.contract\.ts$/.test(name) ? [path] : [];
  });
}

/** Only what mentions the vault is taken apart; the rest is looked through as text. */
const sources: Source[] = ['apps/api/src', 'apps/worker/src', 'apps/capture/src', 'libs', 'measure', 'tools']
  .flatMap(walk)
  .map((path) => {
    const text = readFileSync(path, 'utf8');
    const names = new Set(text.match(/\b[A-Za-z]\w+\b/g));
    return { path, text, names, readings: names.has('VaultService') ? readingsOf(path, text) : [] };
  });

function visit(node: ts.Node, each: (node: ts.Node) => unknown): void {
  each(node);
  ts.forEachChild(node, (child) => visit(child, each));
}

function readingsOf(path: string, text: string): string[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const vaults = vaultsOf(tree);
  const found: string[] = [];
  visit(tree, (node) => {
    if (!ts.isCallExpression(node)) return;
    // Reads the vault in the name of its caller.
    if (!path.endsWith('/read-words.ts') && ['readWords', 'sealedWords'].includes(node.expression.getText()))
      found.push(node.arguments[2]?.getText() ?? '');
    if (!ts.isPropertyAccessExpression(node.expression) || path.endsWith('/read-words.ts')) return;
    const { expression: whose, name } = node.expression;
    const holder = ts.isPropertyAccessExpression(whose) ? whose.name.text : whose.getText();
    if (vaults.has(holder) && ['read', 'readAll', 'readBack'].includes(name.text))
      found.push(node.arguments[1]?.getText() ?? '');
  });
  return found;
}

/** Members and variables that hold the vault: declared with its type, or taken out of a container by it. */
function vaultsOf(tree: ts.SourceFile): Set<string> {
  const found = new Set<string>();
  visit(tree, (node) => {
    if (!ts.isParameter(node) && !ts.isVariableDeclaration(node) && !ts.isPropertyDeclaration(node)) return;
    const typed = node.type?.getText() === 'VaultService';
    const taken = node.initializer && /\bget\(VaultService\b|new VaultService\(/.test(node.initializer.getText());
    if (typed || taken) found.add(node.name.getText());
  });
  return found;
}

const within = (path: string, at: string): boolean =>
  path === `apps/api/src/${at}` || path.startsWith(`apps/api/src/${at}/`);
const opens = ({ names, path }: Source): boolean => OPENERS.some((name) => names.has(name)) || path in READERS;

describe('the exits of words and sound', () => {
  it('are the only callers of the vault: each reads under a warrant, or for a job of the product', () => {
    const found = sources.flatMap((source) => {
      const by = source.readings.map((authority) => (/warrant/.test(authority) ? 'warrant' : 'job'));
      return [...new Set(by)].map((kind) => [source.path, kind] as const);
    });
    expect(Object.fromEntries(found)).toEqual(READERS);
    expect(found).toHaveLength(Object.keys(READERS).length);
  });

  it('have no second opener of sealed objects beside the vault, the store of packages and the backup', () => {
    const openers = sources.filter(({ names, path }) => names.has('openRange') && !path.includes('/encryption/'));
    expect(openers.map(({ path }) => path).sort()).toEqual([
      // Copies of the database, which hold no words.
      'libs/database/src/backup/backup-store.ts',
      'libs/legal/src/exports/package-store.service.ts',
      'libs/recordings/src/vault.service.ts',
    ]);
  });

  it('get warrants from the gate alone, and never ask in the name of a job where a person asks', () => {
    const made = sources.filter(({ text }) => /new Warrant\(/.test(text));
    expect(made.map(({ path }) => path)).toEqual(['libs/legal/src/exits/exit-gate.service.ts']);
    const asJobs = sources.filter(({ path, text }) => path.startsWith('apps/api/') && /kind: 'system', job/.test(text));
    expect(asJobs.map(({ path }) => path)).toEqual([]);
  });

  it('are all asked for somewhere, and by the files of the table', () => {
    const asked = new Map<ExitName, string[]>();
    for (const { path, text } of sources)
      for (const [, name] of text.matchAll(/(?:exit: |questionOf\()'(\w+)'/g))
        if (name && !path.endsWith('ways-out.ts'))
          asked.set(name as ExitName, [...(asked.get(name as ExitName) ?? []), path]);
    expect([...asked.keys()].sort()).toEqual(Object.keys(EXITS).sort());
    expect(Object.fromEntries(asked)).toMatchObject({
      transcript: ['apps/api/src/call/words/transcript-reader.ts'],
      search: ['apps/api/src/search/found-words.ts'],
      play: ['apps/api/src/call/audio/audio.service.ts', 'apps/api/src/call/audio/playback.service.ts'],
      peaks: ['apps/api/src/call/audio/peaks.query.ts'],
    });
  });

  it('are all in the table: who opens anything in the API is listed there, and who is listed without an exit opens nothing', () => {
    const api = sources.filter(({ path }) => path.startsWith('apps/api/src/'));
    const ways = Object.values(WAYS_OUT);
    const unlisted = api.filter(
      (source) =>
        opens(source) &&
        !PASSES_ON.some((at) => within(source.path, at)) &&
        !ways.some(({ at, exit }) => exit !== null && within(source.path, at)),
    );
    expect(unlisted.map(({ path }) => path)).toEqual([]);
    for (const { at, exit } of ways) {
      const files = api.filter(({ path }) => within(path, at));
      expect([at, files.length > 0, files.some(opens)]).toEqual([at, true, exit !== null]);
    }
  });
});
