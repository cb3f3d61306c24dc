import { existsSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { batchesThatGrow } from './architecture/batches.js';
import { importCycles, roomCircles } from './architecture/cycles.js';
import {
  behindScreens,
  dialogsByHand,
  intoModule,
  isTest,
  libOf,
  notForContracts,
  notForScreens,
  ORDER,
  pastTheDoor,
  unknownNames,
  unreadable,
  wrongWay,
} from './architecture/directions.js';
import { impureBehind, impurities, isRule } from './architecture/purity.js';
import { readSources, stem, visit, type Source } from './architecture/sources.js';
import { stagesWritten } from './architecture/stages.js';
import {
  publishedInError,
  publishedInVain,
  readsUnpublished,
  readsWrongWay,
  sideways,
  sidewaysWrites,
  tablesOf,
} from './architecture/tables.js';

const sources = readSources(['apps', 'libs', 'measure', 'test', 'tools']);

const offences = (check: (source: Source) => string[], among = sources): string[] =>
  among.flatMap((source) => check(source).map((found) => `${source.path} → ${found}`));

const importing = (name: string): string[] =>
  sources
    .filter(({ path, imports }) => !isTest(path) && imports.some(({ specifier }) => specifier === name))
    .map(({ path }) => path);

describe('the architecture', () => {
  it('finds the sources it is to judge', () => {
    expect(sources.length).toBeGreaterThan(1500);
    expect(sources.filter(({ path }) => path.endsWith('.mjs')).length).toBeGreaterThan(20);
    expect(sources.filter(isRule).length).toBeGreaterThan(250);
    const resolved = sources.flatMap(({ imports }) => imports).filter(({ target }) => target);
    expect(resolved.length).toBeGreaterThan(5000);
  });

  it('gives each lib a place in the order', () => {
    const libs = readdirSync('libs').filter((name) => existsSync(`libs/${name}/src/index.ts`));
    expect(libs.toSorted()).toEqual(ORDER.toSorted());
    expect(offences(unknownNames)).toEqual([]);
  });

  it('lets a lib import only libs before it, by their name', () => {
    expect(offences(wrongWay)).toEqual([]);
  });

  it('lets a file enter another lib by its index.ts only, and no other app at all', () => {
    expect(offences(pastTheDoor)).toEqual([]);
  });

  it('lets the list of modules alone know a module, so that each can be left out', () => {
    expect(offences(intoModule)).toEqual([]);
  });

  it('lets only apps, tools and tests import the database', () => {
    expect(importing('#database').filter((path) => libOf(path))).toEqual([]);
  });

  it('keeps the screens to contracts, to doors for screens and to packages that a browser can load', () => {
    expect(offences(notForScreens)).toEqual([]);
    expect(offences(dialogsByHand)).toEqual([]);
    const all = new Map(sources.map((source) => [stem(source.path), source]));
    expect(offences((source) => behindScreens(source, all))).toEqual([]);
  });

  it('keeps contracts to zod, so that a browser can load them', () => {
    expect(offences(notForContracts)).toEqual([]);
  });

  it('keeps *.rules.ts pure: no framework, no I/O, no clock, no chance', () => {
    expect(offences(impurities, sources.filter(isRule))).toEqual([]);
  });

  it('loads nothing but what is pure with a rule, however far away', () => {
    const all = new Map(sources.map((source) => [stem(source.path), source]));
    expect(offences((source) => impureBehind(source, all), sources.filter(isRule))).toEqual([]);
  });

  it('lets no files import each other, types included', () => {
    expect(importCycles(sources)).toEqual([]);
  });

  it.each(ORDER)('stacks the rooms of %s one way', (lib) => {
    expect(roomCircles(sources, lib)).toEqual([]);
  });

  it('lets calls alone move a call along its journey', () => {
    expect(
      offences(
        stagesWritten,
        sources.filter(({ path }) => !isTest(path)),
      ),
    ).toEqual([]);
  });

  it('takes locked batches no larger than they are meant', () => {
    expect(offences(batchesThatGrow)).toEqual([]);
  });

  describe('lets SQL touch', () => {
    const tables = tablesOf(sources);
    const uses = sideways(sources, tables);

    it('tables that a lib owns', () => {
      expect(tables.size).toBeGreaterThan(90);
      expect(uses.length).toBeGreaterThan(50);
    });

    it('only tables of its own lib, to write', () => {
      expect(sidewaysWrites(uses)).toEqual([]);
    });

    it('no table of a later lib', () => {
      expect(readsWrongWay(uses)).toEqual([]);
    });

    it('of other libs the columns that their owner publishes, to read', () => {
      expect(readsUnpublished(uses, tables)).toEqual([]);
      expect(publishedInError(sources, tables)).toEqual([]);
      expect(publishedInVain(uses, tables)).toEqual([]);
    });
  });

  it('writes imports down, so that these rules can read them', () => {
    expect(offences(unreadable)).toEqual([]);
  });

  // PATH is the machine's, not a setting of ours: it says where bubblewrap is.
  it('reads settings in one place', () => {
    const allowed =
      /^(apps\/(api|worker|capture)\/src\/main\.ts|libs\/platform\/src\/env\.ts|test\/|measure\/|tools\/|apps\/web\/vite)/;
    const reads = ({ tree }: Source): string[] => {
      const found: string[] = [];
      visit(tree, (node) => {
        if (ts.isPropertyAccessExpression(node) && node.getText(tree) === 'process.env') {
          const read = node.parent.getText(tree);
          if (read !== "process.env['PATH']") found.push(read);
        }
      });
      return found;
    };
    const others = sources.filter(({ path }) => !allowed.test(path) && !isTest(path));
    expect(offences(reads, others)).toEqual([]);
  });

  it('touches fluent-ffmpeg in one file', () => {
    const users = sources
      .filter(({ tree, path }) => !isTest(path) && /['"]fluent-ffmpeg['"]/.test(tree.text))
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('test/'));
    expect(users).toEqual(['libs/recordings/src/audio/ffmpeg.ts']);
  });

  it('has no files named for nothing', () => {
    const vague = sources
      .map(({ path }) => path)
      .filter((path) => /(^|[/.-])(utils?|common|helpers?|manager|shared|base|misc)([/.-]|$)/.test(path));
    expect(vague).toEqual([]);
  });
});
