import { NestFactory } from '@nestjs/core';
import { MODULES, type Me, type Problem, type ToldSettings } from '#contracts';
import { HOUSE_MODULES } from '#modules';
import { ENV, type Env } from '#platform';
import { type OpenApiDocument } from '../apps/api/src/openapi/describe-api.js';
import { Schedules } from '../apps/worker/src/schedules.js';
import { WorkerModule } from '../apps/worker/src/worker.module.js';
import { buildAccount } from './factories/accounts.js';
import { startTestApi, type TestApi } from './factories/api.js';
import { buildOrganisation } from './factories/organisation.js';

const ANY_ID = '0197b1d4-0000-7000-8000-000000000001';

it('each module is in the list of the house, and implements what it declares', async () => {
  expect(HOUSE_MODULES.map(({ words }) => words.name).sort()).toEqual(MODULES.map(({ name }) => name).sort());
  for (const { words, schedules } of HOUSE_MODULES)
    expect(schedules.map(({ name }) => name).sort()).toEqual(Object.keys(words.schedules).sort());
});

describe.each(HOUSE_MODULES.map((module) => [module.words.name, module] as const))('without %s,', (name, module) => {
  let api: TestApi;
  let cookie: string;
  beforeAll(async () => {
    api = await startTestApi({ SHOUWEN_MODULES_OFF: name });
    const organisation = await buildOrganisation(api.source);
    cookie = await api.signInProved(
      (await buildAccount(api.source, organisation, { role: 'administrator', teamId: null })).username,
    );
  });
  afterAll(() => api?.stop());

  async function ask<T>(path: string, method = 'GET'): Promise<{ status: number; body: T }> {
    const answer = await fetch(api.baseUrl + path, { method, headers: { cookie } });
    return { status: answer.status, body: (await answer.json()) as T };
  }

  it('its routes are not there, and not described', async () => {
    const { paths } = (await ask<OpenApiDocument>('/api/openapi.json')).body;
    expect(Object.keys(paths)).toContain('/api/v1/auth/me');
    for (const { method, path } of Object.values(module.words.routes)) {
      const { status, body } = await ask<Problem>(path.replaceAll(/\{\w+\}/g, ANY_ID), method);
      expect([path, status, body.code]).toEqual([path, 404, 'not_found']);
      expect(paths[path]).toBeUndefined();
    }
  });

  it('the screens are told so, and nothing can be chosen of what it would tell', async () => {
    const me = (await ask<Me>('/api/v1/auth/me')).body;
    expect(me.modulesOff).toEqual([name]);
    expect(me.permissions).toContain('people.manage');
    expect(me.permissions.filter((one) => module.words.permissions.includes(one))).toEqual([]);
    const { kinds } = (await ask<ToldSettings>('/api/v1/account/notifications')).body;
    expect(kinds.length).toBeGreaterThan(3);
    expect(kinds.filter(({ kind }) => kind.startsWith(name.replaceAll('-', '_')))).toEqual([]);
  });

  it('a worker starts none of its schedules, and has none of its services', async () => {
    const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(api.app.get<Env>(ENV)), {
      logger: false,
    });
    const { all } = worker.get(Schedules);
    const off = all.filter((one) => one.name in module.words.schedules);
    expect(off.map(({ everyMs }) => everyMs)).toEqual(Object.keys(module.words.schedules).map(() => 0));
    expect(all.find((one) => one.name === 'retention')?.everyMs).toBeGreaterThan(0);
    const { services } = module;
    if (services) expect(() => worker.get(services, { strict: false })).toThrow();
    await worker.close();
  });

  it('what it answers beside routes is not there', async () => {
    expect((await fetch(`${api.baseUrl}/scim/v2/Users`, { headers: { cookie } })).status).toBe(
      name === 'scim' ? 404 : 401,
    );
  });

  it('its tables are there, for backups, retention, erasure and holds', async () => {
    for (const table of module.tables) expect(await api.source.getRepository(table).count()).toBe(0);
  });
});
