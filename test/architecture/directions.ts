import { posix } from 'node:path';
import { packageOf } from './purity.js';
import { stem, type Source } from './sources.js';

/** The libs in the order a call travels: each may import only those before it (docs/decisions/0001). */
export const ORDER = [
  'contracts',
  'platform',
  'journal',
  'people',
  'calls',
  'telephony',
  'consent',
  'recordings',
  'transcripts',
  'commitments',
  'quality',
  'reviews',
  'coaching',
  'completeness',
  'floor',
  'legal',
  'retention',
  'intake',
  'capture',
  'modules',
  'webhooks',
  'notifications',
  'reports',
  'database',
];

/** What a browser can load. */
const WEB_PACKAGES = new Set([
  '@simplewebauthn/browser',
  'diff',
  'marked',
  ...['react', 'react-dom', 'react-router', 'react-i18next', 'i18next', '@tanstack/react-query'],
  ...['antd', '@ant-design/icons', '@rc-component/input-number', 'dayjs', 'zod', 'yaml', 'socket.io-client', 'echarts'],
  'write-excel-file',
]);

/** Where a file may load what it names only as it runs, each for a reason that is given in the file. */
const LOADS_AS_IT_RUNS = new Set([
  'libs/platform/src/embedded-postgres/postgres-binaries.ts',
  'libs/transcripts/src/engines/sherpa/sherpa-library.ts',
  'libs/transcripts/child/sherpa.cjs',
  'libs/recordings/src/audio/ffmpeg.ts',
  'libs/legal/src/exports/files/chinese-type.ts',
]);

const OF_MODULE_API = /^libs\/modules\/[^/]+\/api\//;

/** The lib of a file. What a module does for the API (`libs/modules/NAME/api`) is of that app, and may use what apps may. */
export const libOf = (path: string): string | undefined =>
  OF_MODULE_API.test(path) ? undefined : /^libs\/([^/]+)\//.exec(path)?.[1];

/** Written for tests, and free to use what tests use. A fixture is not: others import it. */
export const isTest = (path: string): boolean => /\.(int-)?spec\.tsx?$|\.contract\.ts$|^test\//.test(path);

/** `#calls`, `#calls/rules` and `#calls/screens` are all `calls`. */
const namedLib = (specifier: string): string => specifier.slice(1).replace(/\/(rules|screens)$/, '');

const named = ({ imports }: Source): string[] => imports.flatMap(({ specifier }) => specifier ?? []);

export function wrongWay(source: Source): string[] {
  const lib = libOf(source.path);
  if (!lib) return [];
  if (!ORDER.includes(lib)) return [`"${lib}" has no place in the order of the libs`];
  if (isTest(source.path)) return [];
  const before = ORDER.slice(0, ORDER.indexOf(lib));
  return named(source).filter((i) => i.startsWith('#') && !before.includes(namedLib(i)));
}

/** Tools that may use more than tools, each with what. */
const BESIDE: Record<string, string[]> = {
  'measure/day/': ['test'],
  // It prints the times that the tests kept.
  'tools/test-slowest.mjs': ['test'],
  'measure/bench/capture/': ['apps'],
  'measure/bench/years/': ['apps'],
  // It prints what the API knows of refusals.
  'tools/errors/': ['apps'],
};

/** Into another lib past its index.ts, or into another app. */
export function pastTheDoor(source: Source): string[] {
  if (isTest(source.path)) return [];
  const home = /^(libs\/[^/]+|apps\/[^/]+|tools|measure)/.exec(source.path)?.[0] ?? '';
  // A day lived in the product is a test that is started by hand, and a bench measures the apps as they are.
  const [, beside = []] = Object.entries(BESIDE).find(([folder]) => source.path.startsWith(folder)) ?? [];
  const homes = [home, ...(home === 'tools' || home === 'measure' ? ['tools', 'measure'] : []), ...beside];
  return named(source).filter(
    (i) => i.startsWith('.') && !homes.some((one) => `${posix.join(source.path, '..', i)}/`.startsWith(`${one}/`)),
  );
}

export const unknownNames = (source: Source): string[] =>
  named(source).filter(
    (i) => i.startsWith('#') && !ORDER.includes(namedLib(i)) && !(i === '#api' && OF_MODULE_API.test(source.path)),
  );

const moduleOf = (path: string): string | undefined => /^libs\/modules\/(?!src\/)([^/]+)\//.exec(path)?.[1];

/** Into the folder of a module: it is left out with it, so that the house's list alone may know it, and of it `module.ts` alone. */
export function intoModule({ path, imports }: Source): string[] {
  return imports.flatMap(({ target = '' }) => {
    const module = moduleOf(target);
    if (!module || module === moduleOf(path)) return [];
    return path === 'libs/modules/src/index.ts' && target === `libs/modules/${module}/module` ? [] : target;
  });
}

/** What screens may use of libs: contracts, and the door that a lib has for them. */
const forScreens = (specifier: string): boolean => specifier === '#contracts' || /^#\w+\/screens$/.test(specifier);

/** Screens know contracts, doors for screens, and what a browser can load. */
export function notForScreens(source: Source): string[] {
  if (!source.path.startsWith('apps/web/src/') || isTest(source.path)) return [];
  return named(source).filter((i) =>
    i.startsWith('#') ? !forScreens(i) : !i.startsWith('.') && !WEB_PACKAGES.has(packageOf(i)),
  );
}

/** What lies behind a lib's door for screens and a browser could not load or read, types included: the web is compiled without the server's packages. */
export function behindScreens(source: Source, all: ReadonlyMap<string, Source>): string[] {
  if (!/^libs\/\w+\/src\/screens\.ts$/.test(source.path)) return [];
  const found: string[] = [];
  const behind = new Set([stem(source.path)]);
  // What is added to a set while it is gone through is gone through, too.
  for (const file of behind)
    for (const { specifier, target } of all.get(file)?.imports ?? []) {
      if (target && specifier?.startsWith('.')) behind.add(target);
      else if (specifier !== 'zod' && !forScreens(specifier ?? '')) found.push(`${file} → ${specifier}`);
    }
  return found;
}

/** Screens open the house's dialogs: one that sends (`ActionDialog`), one that shows (`ShowDialog`). */
export function dialogsByHand({ path, imports, tree }: Source): string[] {
  if (!path.startsWith('apps/web/src/') || path.startsWith('apps/web/src/components/')) return [];
  const fromAntd = /import \{[^}]*\bModal\b[^}]*\} from 'antd'/.test(tree.text) ? ['Modal of antd'] : [];
  return [
    ...fromAntd,
    ...imports.flatMap(({ specifier }) => (specifier?.endsWith('opened/modal.js') ? specifier : [])),
  ];
}

export function notForContracts(source: Source): string[] {
  if (libOf(source.path) !== 'contracts' || isTest(source.path)) return [];
  return named(source).filter((i) => !i.startsWith('.') && i !== 'zod');
}

/** An import that cannot be read here escapes every other rule. */
export function unreadable(source: Source): string[] {
  const shipped = /^(apps|libs)\//.test(source.path) && !isTest(source.path);
  if (!shipped || LOADS_AS_IT_RUNS.has(source.path)) return [];
  return source.imports.flatMap(({ specifier }) =>
    specifier === null ? ['an import that is worked out as it runs'] : specifier === 'node:module' ? [specifier] : [],
  );
}
