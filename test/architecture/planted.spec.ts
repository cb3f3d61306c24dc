import { batchesThatGrow } from './batches.js';
import { importCycles, roomCircles } from './cycles.js';
import {
  behindScreens,
  dialogsByHand,
  notForContracts,
  notForScreens,
  pastTheDoor,
  unknownNames,
  unreadable,
  wrongWay,
} from './directions.js';
import { impureBehind, impurities } from './purity.js';
import { parseSources, stem, type Source } from './sources.js';
import { stagesWritten } from './stages.js';
import {
  publishedInError,
  publishedInVain,
  readsUnpublished,
  readsWrongWay,
  sideways,
  sidewaysWrites,
  tablesOf,
} from './tables.js';

/** What else is there in the planted tree, so that imports end up somewhere. */
const AROUND = {
  'libs/calls/src/index.ts': '',
  'libs/quality/src/index.ts': '',
  'libs/calls/src/call.service.ts': '',
  'libs/calls/src/call.entity.ts': '',
  'libs/calls/src/other.rules.ts': '',
};

function plant(path: string, text: string): Source {
  const [planted] = parseSources(new Map(Object.entries({ [path]: text, ...AROUND })));
  if (!planted) throw new Error('nothing was planted');
  return planted;
}

const RULE = 'libs/calls/src/a.rules.ts';
const FILE = 'libs/calls/src/a.ts';
const SCREEN = 'apps/web/src/screens/a.tsx';

describe('a planted violation', () => {
  it.each([
    ['a service', `import { CallService } from './call.service.js';`],
    ['an entity', `import { Call } from './call.entity.js';`],
    ['an entity it passes on', `export { Call } from './call.entity.js';`],
    ['Nest', `import { Injectable } from '@nestjs/common';`],
    ['TypeORM', `import { DataSource } from 'typeorm';`],
    ['fs by its bare name', `import { readFileSync } from 'fs';`],
    ['fs by its full name', `import { readFile } from 'node:fs/promises';`],
    ['a package that is not known to compute only', `import ky from 'ky';`],
    ['an import that is worked out', `const load = (name: string) => import(name);`],
    ['randomUUID', `import { randomUUID } from 'node:crypto';`],
    ['randomBytes under another name', `import { randomBytes as some } from 'node:crypto';`],
    [
      'chance through the whole module',
      `import * as crypto from 'node:crypto'; export const id = crypto.randomUUID();`,
    ],
    ['chance', `export const a = Math.random();`],
    ['the clock', `export const a = Date.now();`],
    ['the clock as a date', `export const a = new Date();`],
    ["luxon's clock", `import { DateTime } from 'luxon'; export const a = DateTime.now();`],
    ["luxon's clock in UTC", `import { DateTime } from 'luxon'; export const a = DateTime.utc();`],
    ['the network', `export const a = () => fetch('http://127.0.0.1/');`],
    ['settings', `export const a = process.env['A'];`],
    ['a timer', `export const a = (f: () => void) => setTimeout(f, 1);`],
    ['the process through the global object', `export const a = globalThis.process;`],
  ])('is found in a rule: %s', (_, text) => {
    expect(impurities(plant(RULE, text))).not.toEqual([]);
  });

  it.each([
    ['the type of an entity', `import { type Call } from './call.entity.js';`],
    ['another rule', `import { a } from './other.rules.js';`],
    ['a digest', `import { createHash } from 'node:crypto';`],
    ['a time that is named', `import { DateTime } from 'luxon'; export const a = DateTime.utc(2026, 1, 2);`],
    ['a date that is given', `export const a = (at: number) => new Date(at);`],
    ['a property and a parameter of such a name', `export const a = (process: { fetch: 1 }) => process.fetch;`],
  ])('is not found in a rule that has %s', (_, text) => {
    expect(impurities(plant(RULE, text))).toEqual([]);
  });

  it('is found far behind a rule', () => {
    const loaded = (behind: string, imports = `import { next } from './next.js';`) => {
      const files = parseSources(
        new Map([
          [RULE, imports],
          ['libs/calls/src/next.ts', `export { far as next } from '#people';`],
          ['libs/people/src/index.ts', `export { far } from './far.js';`],
          ['libs/people/src/far.ts', behind],
        ]),
      );
      return impureBehind(files[0]!, new Map(files.map((file) => [file.path.replace(/\.ts$/, ''), file])));
    };
    const nest = `import { Injectable } from '@nestjs/common'; export const far = Injectable;`;
    expect(loaded(nest)).toEqual([
      'libs/calls/src/next → libs/people/src/index → libs/people/src/far → @nestjs/common',
    ]);
    expect(loaded('export const far = Date.now();')).toHaveLength(1);
    expect(loaded(nest, `import { type next } from './next.js';`)).toEqual([]);
    expect(loaded(`import { z } from 'zod'; export const far = z;`)).toEqual([]);
  });

  it.each([
    ['a later lib', FILE, `import { score } from '#quality';`],
    ['the rules of a later lib', FILE, `import { score } from '#quality/rules';`],
    ['a later lib by its type', FILE, `import type { Score } from '#quality';`],
    ['a later lib as it runs', FILE, `export const a = () => import('#quality');`],
    ['a later lib in a type', FILE, `export type A = import('#quality').Score;`],
    ['a later lib from plain JavaScript', 'libs/calls/src/a.mjs', `import { score } from '#quality';`],
    ['a later lib from a fixture', 'libs/calls/src/a.fixture.ts', `import { score } from '#quality';`],
    ['a later lib by require', 'libs/calls/src/a.cjs', `const { score } = require('#quality');`],
    ['anything from a lib without a place', 'libs/costs/src/a.ts', `import { newId } from '#platform';`],
  ])('is found in a lib: %s', (_, path, text) => {
    expect(wrongWay(plant(path, text))).not.toEqual([]);
  });

  it('is found where a file goes past a door, names an unknown lib or hides its imports', () => {
    expect(pastTheDoor(plant(FILE, `import '../../quality/src/score.js';`))).not.toEqual([]);
    expect(pastTheDoor(plant('libs/calls/src/a.fixture.ts', `import '../../quality/src/score.js';`))).not.toEqual([]);
    expect(pastTheDoor(plant('apps/api/src/a.ts', `import '../../worker/src/main.js';`))).not.toEqual([]);
    expect(pastTheDoor(plant('libs/call/src/a.ts', `import '../../calls/src/call.service.js';`))).not.toEqual([]);
    expect(unknownNames(plant(FILE, `import '#costs';`))).not.toEqual([]);
    expect(unreadable(plant(FILE, `import { createRequire } from 'node:module';`))).not.toEqual([]);
    expect(unreadable(plant(FILE, `export const a = (lib: string) => import(lib);`))).not.toEqual([]);
  });

  it('is found in a screen and in contracts', () => {
    expect(notForScreens(plant(SCREEN, `import { DataSource } from 'typeorm';`))).not.toEqual([]);
    expect(notForScreens(plant(SCREEN, `import { readFileSync } from 'node:fs';`))).not.toEqual([]);
    expect(notForScreens(plant(SCREEN, `import { Call } from '#calls';`))).not.toEqual([]);
    expect(notForScreens(plant(SCREEN, `import zhCN from 'antd/locale/zh_CN'; import '#contracts';`))).toEqual([]);
    expect(dialogsByHand(plant(SCREEN, `import { Button, Modal } from 'antd';`))).not.toEqual([]);
    expect(dialogsByHand(plant(SCREEN, `import { Modal } from '../components/opened/modal.js';`))).not.toEqual([]);
    expect(notForContracts(plant('libs/contracts/src/a.ts', `import { DateTime } from 'luxon';`))).not.toEqual([]);
  });

  it('is found behind a door for screens, if only for a type', () => {
    const behind = (text: string) => {
      const [screens, ...rest] = parseSources(
        new Map([
          ['libs/calls/src/screens.ts', `export * from './a.js';`],
          ['libs/calls/src/a.ts', text],
        ]),
      );
      return behindScreens(screens!, new Map([screens!, ...rest].map((source) => [stem(source.path), source])));
    };
    expect(behind(`import { type Call } from '#people';`)).toHaveLength(1);
    expect(behind(`import { type DataSource } from 'typeorm';`)).toHaveLength(1);
    expect(behind(`import { type Bilingual } from '#contracts'; import { z } from 'zod';`)).toEqual([]);
    expect(notForScreens(plant(SCREEN, `import { a } from '#calls/rules';`))).toHaveLength(1);
    expect(notForScreens(plant(SCREEN, `import { a } from '#calls/screens';`))).toEqual([]);
  });

  it('is found where files import each other, if only for a type', () => {
    const circle = (first: string) =>
      parseSources(
        new Map([
          ['libs/calls/src/a.ts', first],
          ['libs/calls/src/b.ts', `import { c } from './c.js'; export const b = c;`],
          ['libs/calls/src/c.ts', `import { a } from './a.js'; export const c = a;`],
        ]),
      );
    expect(importCycles(circle(`import { b } from './b.js'; export const a = b;`))).toHaveLength(1);
    expect(importCycles(circle(`import { type b } from './b.js'; export const a = 1;`))).toHaveLength(1);
    expect(importCycles(circle(`export type A = import('./b.js').B; export const a = 1;`))).toHaveLength(1);
    expect(importCycles(circle(`export const a = 1;`))).toEqual([]);
  });

  it('is found where a folder that another rests on reaches back to it', () => {
    const rooms = (check: string) =>
      parseSources(
        new Map([
          [
            'libs/quality/src/scoring/score.ts',
            `import { check } from '../checks/check.js'; export const score = check;`,
          ],
          ['libs/quality/src/checks/check.ts', check],
          [
            'libs/quality/src/refusals.ts',
            `import { replay } from './replay/replay.js'; export const refusals = replay;`,
          ],
          [
            'libs/quality/src/replay/replay.ts',
            `import { score } from '../scoring/score.js'; export const replay = score;`,
          ],
        ]),
      );
    expect(roomCircles(rooms(`export const check = 1;`), 'quality')).toEqual([]);
    const roundAbout = `import { type replay } from '../replay/replay.js'; export const check = 1;`;
    expect(roomCircles(rooms(roundAbout), 'quality')).toEqual(['scoring', 'checks', 'replay']);
    const overTheRoot = `import { refusals } from '../refusals.js'; export const check = refusals;`;
    expect(roomCircles(rooms(overTheRoot), 'quality')).toEqual(['scoring', 'checks', 'refusals', 'replay']);
  });

  it.each([
    ['in SQL', "tx.query(`update call set stage_at = now(), stage = 'sealed' where id = $1`);"],
    ['through the entity', "tx.update(Call, { id, stage: 'known' }, { stage: 'recorded', stageAt });"],
    ['by a call that is entered in SQL', "tx.query(`insert into call (id, stage) values ($1, 'known')`);"],
    ['by a call that is entered through the entity', 'tx.insert(Call, incoming);'],
    ['through the entity, by a short name', 'tx.update(Call, id, { stageAt, stage });'],
  ])('is found where a stage is written past the services of calls: %s', (_, text) => {
    expect(stagesWritten(plant('apps/api/src/call/upload/a.ts', text))).toHaveLength(1);
    expect(stagesWritten(plant('libs/calls/src/a.ts', text))).toEqual([]);
  });

  it('is found where a locked batch may grow past its limit', () => {
    const taking = (batch: string) =>
      batchesThatGrow(plant(FILE, `tx.query(\`delete from due where n = 1 and id ${batch} returning id\`);`));
    const batch = 'select id from due where of in (1, 2) order by id limit ${MOST} for update of due skip locked';
    expect(taking(`in (\n  ${batch})`)).toHaveLength(1);
    expect(taking(`= any(array(${batch}))`)).toEqual([]);
    expect(taking(`in (select id from due)`)).toEqual([]);
  });

  describe('is found where SQL', () => {
    const entity = (table: string, ...columns: string[]) =>
      `@Entity('${table}') export class ${table} extends Base { ${columns.map((one) => `@Column() ${one}!: 1;`).join(' ')} }`;
    const house = (publishes = `leg: ['id', 'team_id']`) =>
      parseSources(
        new Map([
          ['libs/platform/src/base.ts', `export class Base { @PrimaryColumn() id!: 1; }`],
          ['libs/recordings/src/r.ts', entity('recording', 'legId')],
          ['libs/calls/src/l.ts', entity('leg', 'teamId', 'queue')],
          ['libs/calls/src/published.ts', `export const PUBLISHED = { ${publishes} };`],
          ['libs/retention/src/t.ts', entity('retention_term', 'days')],
        ]),
      );
    const tables = tablesOf(house());
    const uses = (lib: string, sql: string, more = '') =>
      sideways([plant(`libs/${lib}/src/a.ts`, `tx.query(\`${sql}\`); ${more}`)], tables);

    it('writes to a table of another lib', () => {
      expect(sidewaysWrites(uses('transcripts', 'update recording set leg_id = null where id = ${id}'))).toHaveLength(
        1,
      );
      expect(sidewaysWrites(uses('retention', 'delete from leg'))).toHaveLength(1);
      expect(uses('recordings', 'insert into recording (id) values ($1)')).toEqual([]);
    });

    it('reads a table of a later lib', () => {
      expect(readsWrongWay(uses('transcripts', 'select 1 from leg join retention_term on true'))).toHaveLength(1);
    });

    it('reads a table that is not published', () => {
      expect(readsUnpublished(uses('quality', 'select 1 from recording'), tables)).toHaveLength(1);
      const joined = `leg.createQueryBuilder().innerJoin('recording', 'one', 'one.leg_id = leg.id');`;
      expect(readsUnpublished(uses('quality', 'select 1', joined), tables)).toEqual([
        'libs/quality/src/a.ts → recording of recordings',
      ]);
    });

    it.each([
      ['by its name', 'select queue from leg'],
      ['by that of its table', 'select leg.queue from leg'],
      ['by another name of its table', 'select one.queue from leg as one'],
      ['by every column', 'select leg.* from leg'],
    ])('reads a column that is not published: %s', (_, sql) => {
      expect(readsUnpublished(uses('quality', sql), tables)).toHaveLength(1);
    });

    it('reads a column that is not published, in a fragment beside', () => {
      const beside = "const QUEUE = `own.queue = 'sales'`;";
      expect(readsUnpublished(uses('quality', 'select own.id from leg own where ${QUEUE}', beside), tables)).toEqual([
        'libs/quality/src/a.ts → leg.queue',
      ]);
    });

    it('does none of that', () => {
      const reads = uses('quality', `select id, own.team_id as queue_of from leg own where 'queue' <> ''`);
      expect(readsUnpublished(reads, tables)).toEqual([]);
      expect(publishedInVain(reads, tables)).toEqual([]);
      expect(publishedInError(house(), tables)).toEqual([]);
    });

    it('reads less than is published, or what is published is not there', () => {
      expect(publishedInVain(uses('quality', 'select id from leg'), tables)).toEqual(['calls publishes leg.team_id']);
      expect(publishedInError(house(`leg: ['id', 'sort']`), tables)).toEqual(['calls publishes leg.sort']);
      expect(publishedInError(house(`recording: ['id']`), tables)).toHaveLength(1);
    });
  });

  it('is not found where a stage is only asked for', () => {
    const asks =
      "tx.query(`update call set language = $2 where id = $1 and stage = 'known'`); tx.update(Call, { stage }, { language });";
    expect(stagesWritten(plant('apps/api/src/call/upload/a.ts', asks))).toEqual([]);
  });
});
