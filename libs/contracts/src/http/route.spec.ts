import { z } from 'zod';
import { defineRoutes, get, post, statusOf } from './route.js';
import { ROUTES } from '../routes.js';

const twice = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at);

describe('the declared routes', () => {
  it('each have an address and an id of their own', () => {
    expect(ROUTES.length).toBeGreaterThan(200);
    expect(twice(ROUTES.map(({ method, path }) => `${method} ${path}`))).toEqual([]);
    expect(twice(ROUTES.map(({ id }) => id))).toEqual([]);
  });

  it('say what each part of their address is at most once, and only of parts that there are', () => {
    const stray = ROUTES.flatMap(({ id, path, params = {} }) =>
      Object.keys(params)
        .filter((name) => !path.includes(`{${name}}`))
        .map((name) => `${id} ${name}`),
    );
    expect(stray).toEqual([]);
    expect(ROUTES.filter(({ path }) => !/^(\/[\w.-]+|\/\{\w+\})+$/.test(path)).map(({ id }) => id)).toEqual([]);
  });

  it('ask for a body only where a method carries one', () => {
    const odd = ROUTES.filter(({ method, body, form }) => (body ?? form) && (method === 'GET' || method === 'DELETE'));
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  it('go on after the idle time only where nothing is changed and no word of a call is shown', () => {
    const open = ROUTES.filter(({ access }) => 'whileIdle' in access);
    expect(open.map(({ id }) => id).sort()).toEqual([
      'authLogout',
      'authMe',
      'callFindingChoices',
      'callFindingCount',
      'callsFigures',
      'callsList',
      'callsUnrecorded',
      'captureConnection',
      'certificatesList',
      'commitmentsFigures',
      'extensionsList',
      'liveCallsList',
      'notificationsList',
      'peopleList',
      'processingBoard',
      'reportsCalls',
      'reportsItems',
      'reportsService',
      'samplingList',
      'sessionUseLeftAlone',
      'telephonySourcesQueueTeams',
      'telephonySourcesSwitchboardNumbers',
      'viewsList',
    ]);
    expect(open.filter(({ method }) => method !== 'GET').map(({ id }) => id)).toEqual([
      'authLogout',
      'sessionUseLeftAlone',
    ]);
    // To listen, to read what was said, to see what rests on it.
    const rights = open.map(({ access }) => ('permission' in access ? access.permission : null));
    expect(new Set(rights)).toEqual(
      new Set([
        ...[null, 'calls.read', 'commitments.read', 'processing.read', 'reports.read'],
        ...['people.manage', 'company.manage', 'live_calls.control', 'retention.read', 'sampling.read'],
      ]),
    );
  });

  it('bear the names of their group, and answer 204 when they say nothing', () => {
    const { silent, made } = defineRoutes('things', 'tests', {
      silent: post('/things/{thingId}/close', { summary: 'Closes it', access: { signedIn: true } }),
      made: post('/things', { summary: 'Makes it', access: { public: true }, answer: z.object({}), status: 201 }),
    });
    expect([silent.id, silent.tag, statusOf(silent), statusOf(made)]).toEqual(['thingsSilent', 'tests', 204, 201]);
  });

  it('do not compile without saying who may use them', () => {
    // @ts-expect-error no access
    const bare = get('/things', { summary: 'All of them' });
    // @ts-expect-error no such permission
    const unknown = get('/things', { summary: 'All of them', access: { permission: 'things.read' } });
    expect([bare.path, unknown.path]).toEqual(['/things', '/things']);
  });
});
