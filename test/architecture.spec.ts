import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The libs in the order a call travels: each may import only those before it (docs/decisions/0001). */
const ORDER = [
  'contracts',
  'platform',
  'journal',
  'people',
  'calls',
  'telephony',
  'consent',
  'recordings',
  'transcripts',
  'quality',
  'legal',
  'retention',
  'notifications',
  'webhooks',
  'database',
];
const ROOTS = ['apps', 'libs', 'test', 'tools'];

interface Source {
  path: string;
  imports: string[];
  text: string;
}

const sources: Source[] = ROOTS.flatMap(walk).map((path) => {
  const text = readFileSync(path, 'utf8');
  const imports = [
    ...text.matchAll(
      /^\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm,
    ),
  ];
  return { path, text, imports: imports.map((m) => m[1] ?? m[2] ?? m[3] ?? '') };
});

function walk(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) return walk(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const libOf = (path: string): string | undefined => /^libs\/([^/]+)\//.exec(path)?.[1];
const isTest = (path: string): boolean => /\.(int-)?spec\.ts$|\.contract\.ts$|\.fixture\.ts$|^test\//.test(path);
const offences = (check: (source: Source) => string[]): string[] =>
  sources.flatMap((source) => check(source).map((found) => `${relative('.', source.path)} → ${found}`));

describe('the architecture', () => {
  it('finds the sources it is to judge', () => {
    expect(sources.length).toBeGreaterThan(150);
    expect(sources.flatMap(({ imports }) => imports).filter((i) => i.startsWith('#')).length).toBeGreaterThan(200);
  });

  it('lets a lib import only libs before it, by their name', () => {
    const wrong = offences(({ path, imports }) => {
      const lib = libOf(path);
      if (!lib || isTest(path)) return [];
      const before = ORDER.slice(0, ORDER.indexOf(lib));
      return imports.filter((i) => i.startsWith('#') && !before.includes(i.slice(1)));
    });
    expect(wrong).toEqual([]);
  });

  it('lets nobody reach into a lib past its index.ts', () => {
    const wrong = offences(({ path, imports }) => {
      if (isTest(path)) return [];
      const home = /^(libs\/[^/]+|apps\/[^/]+|tools)/.exec(path)?.[0] ?? '';
      return imports.filter((i) => i.startsWith('.') && !join(path, '..', i).startsWith(home));
    });
    expect(wrong).toEqual([]);
  });

  it('lets only apps, tools and tests import the database', () => {
    const wrong = offences(({ path, imports }) =>
      libOf(path) && !isTest(path) ? imports.filter((i) => i === '#database') : [],
    );
    expect(wrong).toEqual([]);
  });

  it('keeps apps apart from each other, and the screens to contracts', () => {
    const wrong = offences(({ path, imports }) =>
      path.startsWith('apps/web/src/') ? imports.filter((i) => i.startsWith('#') && i !== '#contracts') : [],
    );
    expect(wrong).toEqual([]);
  });

  it('keeps contracts to zod, so that a browser can load them', () => {
    const wrong = offences(({ path, imports }) =>
      path.startsWith('libs/contracts/src/') && !isTest(path)
        ? imports.filter((i) => !i.startsWith('.') && i !== 'zod')
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it('keeps *.rules.ts pure: no framework, no I/O, no clock, no chance', () => {
    const impure =
      /^(@nestjs\/|typeorm|pg$|bullmq|ioredis|@aws-sdk\/|node:(fs|net|http|https|child_process|timers|worker_threads|dgram|dns|tls|os|process|readline))/;
    const wrong = offences(({ path, imports, text }) => {
      if (!path.endsWith('.rules.ts')) return [];
      const calls =
        text.match(
          /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(env|hrtime|cwd)|\bperformance\.now\(|\brandomBytes\(/g,
        ) ?? [];
      return [...imports.filter((i) => impure.test(i)), ...calls];
    });
    expect(wrong).toEqual([]);
  });

  // PATH is the machine's, not a setting of ours: it says where bubblewrap is.
  it('reads settings in one place', () => {
    const allowed = /^(apps\/(api|worker)\/src\/main\.ts|libs\/platform\/src\/env\.ts|test\/|tools\/)/;
    const wrong = offences(({ path, text }) =>
      allowed.test(path) || isTest(path) ? [] : (text.match(/process\.env\b(?!\['PATH'\])/g) ?? []),
    );
    expect(wrong).toEqual([]);
  });

  it('touches fluent-ffmpeg in one file', () => {
    const users = sources
      .filter(({ text, path }) => /['"]fluent-ffmpeg['"]/.test(text) && !isTest(path))
      .map(({ path }) => path);
    expect(users).toEqual(['libs/recordings/src/audio/ffmpeg.ts']);
  });

  it('has no files named for nothing', () => {
    const vague = sources
      .map(({ path }) => path)
      .filter((path) => /(^|[/.-])(utils?|common|helpers?|manager|shared|base|misc)([/.-]|$)/.test(path));
    expect(vague).toEqual([]);
  });
});
