import { io, type Socket } from 'socket.io-client';
import {
  QUALITY_SETTINGS,
  roleSchema,
  ROUTES,
  SOCKET_PATH,
  TOKEN_SCOPES,
  type AccessRule,
  type CallDelta,
  type Hello,
  type Role,
  type ServerToClientEvents,
  DEFAULT_COMPLETENESS,
} from '#contracts';
import { JournalService } from '#journal';
import { REACH, ROLES } from './access-matrix/answers/index.js';
import { answered, expectedOf } from './access-matrix/cells.js';
import { buildLegOf, buildOffice, buildOtherClient, buildPlace, type Place } from './access-matrix/places.js';
import { Things } from './access-matrix/things.js';
import { buildAccount, buildGrant, PASSWORD, type TestAccount } from './factories/accounts.js';
import { startTestApi, type TestApi } from './factories/api.js';
import { buildOrganisation, type Organisation } from './factories/organisation.js';

/*
 * Who gets what from every route, asked of the running API: status and refusal's code, with a session that has just proved who they are.
 *
 * To add a route, add its rows to the file of its area in access-matrix/answers/, with answers that you thought of and did not copy from a run:
 *   ROLES   what each role gets (its role is for team A), and whether the route takes a fresh proof;
 *   REACH   only if the route asks for a permission: what a role for the thing's own client, for another client and for the whole company gets of
 *           one and the same thing. `parametersOf` and `bodyOf` below say which thing a route acts on.
 * A new refusal's status goes in access-matrix/cells.ts. Which routes there are, the declarations say (libs/contracts/src/http/*.routes.ts): one
 * that is missing in a table fails the test.
 */

/** Who hears which socket event about one's own and about another team's call (`over`: only that the session is); typed so that a new event has to be listed. */
const SOCKET_EVENTS: Record<keyof ServerToClientEvents, Record<Role, 'own' | 'none' | 'greeted' | 'over'>> = {
  hello: eachRole('greeted'),
  delta: { ...eachRole('own'), administrator: 'none' },
  ended: { ...eachRole<'none' | 'over'>('none'), administrator: 'over' },
};

/** Who hears that something happened in an area of work, which says neither what nor of whom. */
const AREAS: Record<Role, string[]> = {
  ...eachRole<string[]>([]),
  ...{ legal_requester: ['legal', 'retention'], legal_approver: ['legal', 'retention'] },
  ...{ auditor: ['legal', 'retention'], administrator: ['retention'] },
};

function eachRole<T>(value: T): Record<Role, T> {
  return Object.fromEntries(roleSchema.options.map((role) => [role, value])) as Record<Role, T>;
}

/** Where it does not matter which. */
const NO_PLACE: Place = {
  ...{ callId: '', legId: '', recordingId: '', transcriptId: '', scorecardId: '' },
  ...{ personId: '', teamId: '' },
};
/** Belongs to no account: what an account does with its own views or endpoints is tested there. */
const UNOWNED = '018f0000-0000-7000-8000-00000000000f';
const WEBHOOK = { name: 'a receiver', url: 'https://1.1.1.1/hooks', events: ['call.known'] };
const NAME = { zh: '东风', en: 'Eastwind' };
const PERIOD = { from: '2020-01-01', to: '2100-01-01' };
/** Rests on a card that is not there: nothing is published. */
const REVIEW = { checklistId: 'small', basedOn: UNOWNED, answers: [{ itemId: 'greeting.offer', outcome: 'met' }] };
const DISPUTE = {
  checklistId: 'small',
  itemId: 'greeting.offer',
  basedOn: UNOWNED,
  wanted: 'met',
  reason: 'fact_wrong',
};
const ITEM = { checklistId: 'small', itemId: 'greeting.offer' };
const EMPTY_TEXTS = { heldOn: null, sharedText: null, privateNotes: null };
const CALIBRATION = {
  checklistId: 'small',
  reviewerIds: [UNOWNED, '018f0000-0000-7000-8000-00000000000e'],
  dueAt: '2100-01-01T00:00:00Z',
};
const PLAN = {
  ...{ name: 'A few of each', kind: 'random', strata: 'agent', risks: [], lowScoreBelow: 60, silenceFrom: 20 },
  ...{ period: 'week', size: { n: 2, per: 'stratum' }, languages: [], teamIds: [], clientIds: [], checklistId: null },
  ...{ reviewers: [], dueDays: 5 },
};
const MAILED = {
  ...{ by: 'team', filters: {}, format: 'link', language: 'zh' },
  rhythm: { period: 'day', weekday: null, monthDay: null, hour: 8 },
};
const GROUP = { reason: 'engine_missing' };

/** Signing in costs more than all else that a cell does: only these have a session of their own. */
const ENDS_SESSIONS =
  /logout|left-alone|account\/(sessions|password)|account\/second-factor|auth\/second-factor|\/auth\/login/;

/** What a request of a cell is about. */
interface Request {
  route: string;
  place: Place;
  /** Who asks: null is not signed in. */
  who: TestAccount | null;
  /** What is in the route's parameters, and what else its body names. */
  parameters: Record<string, string>;
}

function bodyOf({ route, place, who, parameters }: Request): unknown {
  const { personId, teamId, callId, recordingId, legId, scorecardId } = { ...place, ...parameters };
  if (route.endsWith('/recertifications/settings')) return { everyMonths: 6, answerDays: 21, nextOn: null };
  if (route.endsWith('/recertifications/answers'))
    return { itemIds: [parameters.itemId ?? UNOWNED], answer: 'keep', reason: 'Still on the team.' };
  if (route.endsWith('/completeness/settings')) return DEFAULT_COMPLETENESS;
  if (route === 'POST /api/v1/walls') return { teamId, device: 'Third floor', days: 1 };
  if (route.endsWith('/floor/acknowledgements'))
    return { teamId, kind: 'records_stopped', subject: parameters['subject'] ?? 'source-none' };
  if (route.includes('{liveCallId}/words')) return { hear: false };
  if (route.includes('{liveCallId}/readings')) return undefined;
  if (route.includes('{liveCallId}/consent')) return { state: 'given', how: 'said' };
  if (route.includes('{liveCallId}/instructions')) return { act: 'pause' };
  if (route.endsWith('/acceptance')) return { reason: 'not_needed' };
  if (route.endsWith('/acceptance/decision')) return { agree: true };
  if (route.endsWith('/login')) return { username: who?.username ?? 'signed.out', password: PASSWORD };
  if (route === 'POST /api/v1/views') return { name: `view of ${who?.username}`, filters: { stage: 'scored' } };
  if (route.startsWith('PATCH /api/v1/views')) return { name: 'other' };
  if (route.endsWith('/views/default')) return { viewId: null };
  if (route.endsWith('/ticked/language')) return { callIds: [callId], language: 'en' };
  if (route.endsWith('/language')) return { language: 'en' };
  if (route.endsWith('/left-alone')) return { looksOn: false };
  if (route.endsWith('/plays')) return { recordingId };
  if (route.endsWith('/readings')) return { grantId: UNOWNED };
  if (route.endsWith('/heard')) return { intervals: [[0, 1000]] };
  if (/^(POST|PUT) .*\/webhooks(\/\{endpointId\})?$/.test(route)) return WEBHOOK;
  if (route.endsWith('{endpointId}/replay')) return { since: '2026-03-12T00:00:00Z' };
  if (route.endsWith('/requests/preview')) return { filters: {} };
  if (route.endsWith('/processing/retry')) return GROUP;
  if (route.endsWith('/processing/give-up')) return { group: GROUP, why: { reason: 'not_needed' } };
  if (route.endsWith('/give-up')) return { reason: 'not_needed' };
  if (route.endsWith('/proposals/looks')) return { legId, checklistId: 'small', itemId: 'greeting.offer' };
  if (/^POST .*\/retraction$/.test(route)) return { reason: 'mistaken' };
  if (route.endsWith('/acknowledgement')) return {};
  if (/^PUT .*\/review-drafts$/.test(route)) return { ...REVIEW, legId, revision: 0 };
  if (/^POST .*\/comments$/.test(route)) return { legId, atMs: 0, text: 'Here.' };
  if (/^PUT .*\/comments/.test(route)) return { text: 'There.' };
  if (route.endsWith('/review-drafts/beats')) return { checklistId: 'small', legId };
  if (/\/calls\/.*\/reviews/.test(route)) return { ...REVIEW, legId };
  if (route === 'POST /api/v1/calls/{callId}/disputes') return { ...DISPUTE, legId };
  if (route.startsWith('PUT /api/v1/quality/settings')) return { version: 0, settings: QUALITY_SETTINGS };
  if (route === 'POST /api/v1/calibrations') return { ...CALIBRATION, callId, legId };
  if (route.endsWith('{calibrationId}/answers')) return { answers: [], submit: false };
  if (route.endsWith('{calibrationId}/decisions'))
    return { itemId: 'greeting.offer', outcome: 'met', note: 'It was made.' };
  if (route.endsWith('{disputeId}/decisions'))
    return {
      stage: 'supervisor',
      basedOn: scorecardId,
      decision: 'kept',
      reason: 'not_said',
      note: 'It was not said.',
    };
  if (route.endsWith('{disputeId}/escalation')) return {};
  if (route === 'POST /api/v1/reports/subscriptions') return MAILED;
  if (route.endsWith('/subscriptions/for-others')) return { ...MAILED, recipients: [UNOWNED] };
  if (route === 'POST /api/v1/best-calls')
    return { callId, legId, fromMs: 0, toMs: 1000, title: 'A warm welcome', scope: 'team' };
  if (route.endsWith('{bestCallId}/withdrawal')) return { reason: 'It is dated.' };
  if (route === 'POST /api/v1/coaching') return { agentPersonId: personId };
  if (route === 'PUT /api/v1/coaching/{sessionId}') return EMPTY_TEXTS;
  if (/^POST .*\/coaching\/\{sessionId\}\/moments$/.test(route)) return { callId, legId, fromMs: 0, toMs: 1 };
  if (route.endsWith('/moments/{momentId}')) return { fromMs: null, toMs: null, note: null };
  if (route.endsWith('{sessionId}/answers')) return { text: 'I see.' };
  if (route.endsWith('{sessionId}/goals'))
    return { item: ITEM, targetPercent: 80, fromDay: '2026-01-01', untilDay: '2026-02-01' };
  if (route.endsWith('{sessionId}/evaluations')) return { legId, checklistId: 'small' };
  if (route.endsWith('{evaluationId}/answers')) return { answers: [{ itemId: 'greeting.offer', outcome: 'met' }] };
  if (/^POST .*\/sampling\/plans(\/preview)?$/.test(route)) return PLAN;
  if (route.startsWith('PUT /api/v1/sampling')) return { version: 1, plan: PLAN };
  if (/\/ticked\/(preview|retry|reviewers|swap|set-aside\/undo)$/.test(route)) return { callIds: [callId] };
  if (route.endsWith('/ticked/side')) return { callIds: [callId], agentChannel: 'left' };
  if (route.endsWith('/ticked/set-aside')) return { callIds: [callId], reason: 'no_speech' };
  if (route.endsWith('/ticked/assign')) return { callIds: [callId], personId: UNOWNED, reason: 'other', dueDays: 1 };
  if (route.endsWith('/hand-on')) return { personId: UNOWNED };
  if (route.endsWith('/replacement')) return { reason: 'sound_unusable' };
  if (route === 'POST /api/v1/back-tests') return { ...PERIOD, checklistId: 'absent', version: 1 };
  if (route === 'POST /api/v1/rescores' || route === 'POST /api/v1/rehearings') return PERIOD;
  if (/POST .*\/clients|PUT .*\/clients/.test(route) && !route.endsWith('/close')) return { name: NAME };
  if (route === 'POST /api/v1/extensions/{assignmentId}/release') return { at: '2026-03-12T00:00:00Z' };
  if (route === 'POST /api/v1/people/{personId}/invitation') return {};
  if (route.endsWith('{accountId}/unlock')) return { reason: 'They rang from their desk.' };
  if (route === 'POST /api/v1/people') return { staffNumber: parameters['staffNumber'], name: NAME, teamId };
  if (route === 'PUT /api/v1/people/{personId}') return parameters['acting'] && { name: NAME, teamId };
  if (route === 'POST /api/v1/role-proposals') return parameters['acting'] && proposed(parameters, personId, teamId);
  if (route === 'POST /api/v1/role-proposals/decisions')
    return parameters['proposalId'] && { proposalIds: [parameters['proposalId']], decision: 'approve' };
  if (/corrections\/.*\/refusal$/.test(route)) return { reason: 'It was right before.' };
  if (route.endsWith('{callId}/corrections') && parameters['agent'])
    return { reason: 'It was wrong.', changes: { staffNumber: parameters['agent'] } };
  if (route.endsWith('{callId}/corrections'))
    return { reason: 'It was wrong.', changes: { queueSeconds: Math.random() } };
  if (route.endsWith('{callId}/card-codes'))
    return { transcriptId: place.transcriptId, turn: 0, fromChar: 0, answer: 'code' };
  if (route.endsWith('/words-corrections'))
    return { recordingId, transcriptId: place.transcriptId, turns: [{ turn: 0, text: 'Hello.' }] };
  if (route.endsWith('/speakers')) return { recordingId, roles: ['agent'] };
  if (!parameters['acting']) return undefined;
  if (route.endsWith('/standing-grants/proposals')) return grantTerms(parameters, teamId);
  if (route.endsWith('/{proposalId}/decisions')) return { decision: 'refuse', reason: 'Not this one.' };
  if (route.endsWith('/{grantId}/revocation')) return { reason: 'Not any more.' };
  if (route === 'POST /api/v1/legal/holds')
    return { caseId: parameters['caseId'], reason: 'Ordered by the court', callIds: [callId] };
  if (route === 'POST /api/v1/legal/holds/preview') return { callIds: [callId] };
  if (route.endsWith('/release')) return { reason: 'The case was settled' };
  if (route.endsWith('/release-decisions')) return { decision: 'refused' };
  if (route.endsWith('/commitments/{commitmentId}/answers'))
    return { revision: 1, answer: 'kept', note: 'Called back at three.' };
  if (route.endsWith('/legal/requests/{requestId}/decisions'))
    return { decision: 'ask_back', round: 1, words: 'Why all of these?' };
  if (route.endsWith('/legal/requests/{requestId}/revoke')) return { words: 'Not any more.' };
  if (route.endsWith('/legal/requests/{requestId}/answer')) return { words: 'Because.' };
  if (route.endsWith('/legal/requests/{requestId}/break-glass')) return { words: 'It cannot wait any longer.' };
  if (route.endsWith('/legal/requests/{requestId}/review')) return { outcome: 'justified', words: 'I looked at it.' };
  return undefined;
}

const proposed = ({ role, reach }: Record<string, string>, personId: string, teamId: string) => ({
  personId,
  role: role ?? 'quality_analyst',
  teamId: reach === 'company' ? null : teamId,
  clientId: null,
});

const grantTerms = ({ reach, staffNumber }: Record<string, string>, teamId: string) => ({
  ...{ role: 'quality_analyst', actions: ['listen'], rendition: 'masked', reason: `Asked by ${staffNumber}` },
  ...(reach === 'company' ? { scope: 'company', purpose: 'coaching' } : { scope: 'team', teamId, purpose: 'quality' }),
  expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
});

const QUERIES: Record<string, (request: Request) => string> = {
  '/peaks': ({ place }) => `?recordingId=${place.recordingId}`,
  '/comments/mentionable': ({ place }) => `?legId=${place.legId}`,
  '/search/words': () => '?words=hello',
  '/audio': ({ parameters }) => `?play=${parameters['playId']}`,
  '/v1/completeness': () => '?from=2026-03-01&to=2026-03-31',
  '/yaml': () => '?version=1',
  '/reports/progress': () => '?by=team&from=2026-01-01&to=2027-01-01',
  '/reports/progress/calls': () => '?by=team&figure=drawn&from=2026-01-01&to=2027-01-01',
  '/reports/calls': () => '?by=agent&from=2026-01-01&to=2027-01-01',
  '/report.csv': () => '?by=agent&from=2026-01-01&to=2027-01-01',
  '/report.xlsx': () => '?by=agent&from=2026-01-01&to=2027-01-01',
  '/report.pdf': () => '?by=agent&from=2026-01-01&to=2027-01-01',
  '/reports/service': () => '?by=service_team&from=2026-01-01&to=2027-01-01',
  '/reports/items': () => '?by=item&from=2026-01-01&to=2027-01-01',
  '/trust/calls': () => '?judgement=0123456789abcdef&itemId=greeting.offer&language=en&engine=provided',
  '/sent-calls': ({ place }) => `?ids=${place.callId}`,
};

function addressOf(request: Request): { method: string; path: string } {
  const [method = '', pattern = ''] = request.route.split(' ');
  const query = Object.entries(QUERIES).find(([end]) => pattern.endsWith(end))?.[1](request) ?? '';
  const { callId, transcriptId } = request.place;
  const fixed = { callId, transcriptId, checklistId: 'small', version: '1', number: 'DC-000000' };
  const values: Record<string, string> = { ...fixed, ...request.parameters };
  return { method, path: pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? UNOWNED) + query };
}

describe('the access matrix', () => {
  let api: TestApi;
  let organisation: Organisation;
  let own: Place;
  let other: Place;
  /** The first leg of a call whose second one is another team's. */
  let joint: Place;
  let foreignPlay: string;
  const accounts = new Map<string, TestAccount>();
  const roles = ROLES;
  const reach = REACH.map((row) => ({ ...row, variant: row.route, route: row.route.replace(/ \(.*\)$/, '') }));

  beforeAll(async () => {
    api = await startTestApi();
    // Rows of the tables that the product never writes: a grant for every role, an item that no checklist has.
    api.declared.leave(
      'disputesDecide',
      'standingGrantsList',
      'standingGrantsPropose',
      'standingGrantsDecide',
      'standingGrantsRevoke',
    );
    organisation = await buildOrganisation(api.source);
    const { teamA, teamB } = organisation;
    for (const role of roleSchema.options) {
      accounts.set(role, await buildAccount(api.source, organisation, { role, teamId: teamA }));
      await buildGrant(api.source, organisation, { role });
    }
    own = await buildPlace(api, { personId: account('agent').personId, teamId: teamA });
    other = await buildPlace(api, { personId: organisation.second, teamId: teamB });
    joint = await buildPlace(api, { personId: account('agent').personId, teamId: teamA });
    const stranger = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamB });
    foreignPlay = await openPlay(other, await api.signIn(stranger.username));
  });
  afterAll(() => api.stop());

  const account = (who: string): TestAccount => {
    const found = accounts.get(who);
    if (!found) throw new Error(`${who} has no account`);
    return found;
  };

  const send = (method: string, path: string, cookie: string | null, body?: unknown) =>
    fetch(`${api.baseUrl}${path}`, {
      method,
      headers: {
        ...(cookie !== null && (cookie.startsWith('Bearer ') ? { authorization: cookie } : { cookie })),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(path.includes('/audio') && { range: 'bytes=0-99' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  async function openPlay({ callId, recordingId }: Place, cookie: string): Promise<string> {
    const response = await send('POST', `/api/v1/calls/${callId}/plays`, cookie, { recordingId });
    return ((await response.json()) as { playId: string }).playId;
  }

  const sessions = new Map<string, { cookie: string; provedAt: number }>();
  /** A session of the account that proved its user's identity a moment ago: one for all its cells, or a new one where the route may end sessions. */
  const sessionOf = async ({ username }: TestAccount, route: string): Promise<string> => {
    const known = sessions.get(username);
    const ending = ENDS_SESSIONS.test(route);
    if (known && !ending && Date.now() - known.provedAt < 240_000) return known.cookie;
    const cookie = await api.signInProved(username);
    if (ending) sessions.delete(username);
    else sessions.set(username, { cookie, provedAt: Date.now() });
    return cookie;
  };

  const ask = async (request: Request, bearer?: string): Promise<Response> => {
    const cookie = bearer ?? (request.who && (await sessionOf(request.who, request.route)));
    const { method, path } = addressOf(request);
    return send(method, path, cookie, bodyOf(request));
  };

  const declared = new Map<string, AccessRule>(ROUTES.map(({ method, path, access }) => [`${method} ${path}`, access]));

  it('lists every declared route, and nothing else', () => {
    expect(roles.map(({ route }) => route).sort()).toEqual([...declared.keys()].sort());
    const asking = [...declared].filter(([, access]) => 'permission' in access).map(([route]) => route);
    expect([...new Set(reach.map(({ route }) => route))].sort()).toEqual(asking.sort());
    const company = [...declared].filter(([, access]) => 'reach' in access).map(([route]) => route);
    const refusing = reach.filter(({ cells }) => cells['own client'] === 'wide');
    expect(company.sort()).toEqual(refusing.map(({ route }) => route).sort());
  });

  it('says in the OpenAPI document who needs to be signed in, and what takes a fresh proof', async () => {
    const { paths } = (await (await fetch(`${api.baseUrl}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { 'x-access': Record<string, unknown> }>>;
    };
    const access = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => [`${method.toUpperCase()} ${path}`, one['x-access']] as const),
    );
    const open = (cell: string) => cell === '200' || ['wrong_credentials', 'bad_input', 'provider_off'].includes(cell);
    const said = roles.map(({ route, cells }) => [route, open(cells['signedOut'] ?? ''), cells['proof'] === 'proof']);
    const told = access.map(([route, rule]) => [route, 'public' in rule, rule['stepUp'] === true]);
    expect(said.sort()).toEqual(told.sort());
  });

  describe('of roles', () => {
    const cells = roles.flatMap(({ route, cells: { proof: _, ...answers } }) =>
      Object.entries(answers).flatMap(([who, cell]) =>
        cell.split('/').map((answer, i) => [route, who, i === 0 ? 'own' : 'other', answer] as const),
      ),
    );
    /** A play of one's own where the role may open one; else another person's that exists. */
    const playFor = async (route: string, { who, mine }: { who: TestAccount | null; mine: boolean }) =>
      who && mine && /audio|playId/.test(route) ? openPlay(own, await sessionOf(who, route)) : foreignPlay;
    const answerTo = async ([route, name, where, answer]: (typeof cells)[number], bearer?: string) => {
      const who = name === 'signedOut' ? null : account(name);
      const place = where === 'own' ? own : other;
      const playId = await playFor(route, { who, mine: where === 'own' && /^\d/.test(answer) });
      const parameters = { playId, ...(route === 'GET /api/v1/people/{personId}' && { personId: place.personId }) };
      return answered(await ask({ route, place, who, parameters }, bearer));
    };

    it.each(cells)('%s as %s, %s: %s', async (...cell) => {
      expect(await answerTo(cell)).toBe(expectedOf(cell[3]));
    });

    describe('that reach another leg of the call', () => {
      let second: Place;
      beforeAll(async () => {
        second = await buildLegOf(api, joint, { personId: organisation.second, teamId: organisation.teamB });
      });

      /** What names a leg, its recording, words or scorecard: a call that is reached by its first leg does not open the second one. */
      const named = (route: string): boolean => {
        const place = { ...NO_PLACE, legId: 'LEG', recordingId: 'LEG', transcriptId: 'LEG', scorecardId: 'LEG' };
        const request = { route, place, who: null, parameters: {} };
        return [addressOf(request).path, JSON.stringify(bodyOf(request))].join().includes('LEG');
      };
      const others = cells.filter(([route, , where]) => where === 'other' && named(route));

      it.each(others)('%s as %s, of the %s: %s', async (route, name, _, answer) => {
        const who = name === 'signedOut' ? null : account(name);
        expect(await answered(await ask({ route, place: second, who, parameters: {} }))).toBe(expectedOf(answer));
      });

      it('are of many routes', () => {
        expect(new Set(others.map(([route]) => route)).size).toBeGreaterThan(10);
      });
    });

    const takeProof = roles.filter(({ cells: { proof } }) => proof === 'proof');
    it.each(takeProof.map(({ route, cells }) => [route, cells] as const))(
      '%s takes a fresh proof',
      async (route, of) => {
        const [name] = Object.entries(of).find(([who, cell]) => accounts.has(who) && !/^-|wide/.test(cell)) ?? [];
        const who = name === undefined ? await wholeCompany(route) : account(name);
        const { method, path } = addressOf({ route, place: own, who, parameters: {} });
        const stale = await api.signIn(who.username);
        expect(await answered(await send(method, path, stale))).toBe(expectedOf('step_up_by_password'));
      },
    );
    /** For a route that concerns the whole company, none of the table's roles reaches far enough. */
    const wholeCompany = (route: string) => {
      const role = reach.find((row) => row.route === route)?.cells['who'] as Role;
      return buildAccount(api.source, organisation, { role, teamId: null });
    };

    describe('of a token with every scope', () => {
      let bearer: string;
      beforeAll(async () => {
        const cookie = await api.signInProved(account('quality_manager').username);
        // Provisioning is an administrator's alone; libs/modules/scim/api proves who may.
        const scopes = TOKEN_SCOPES.filter((scope) => scope !== 'people.provision');
        const body = { name: 'everything', scopes, days: 1 };
        const made = await send('POST', '/api/v1/account/tokens', cookie, body);
        bearer = `Bearer ${((await made.json()) as { token: string }).token}`;
      });

      /** As its account where a scope says so, and nothing else: what reads changes nothing, and nothing is played. */
      const expected = (route: string, cell: string, access: AccessRule): string => {
        if ('public' in access) return expectedOf(cell);
        if (!('permission' in access) || access.stepUp) return expectedOf('session_needed');
        const { permission } = access;
        if (permission.endsWith('.read') && !route.startsWith('GET ')) return expectedOf('session_needed');
        return expectedOf((TOKEN_SCOPES as readonly string[]).includes(permission) ? cell : 'forbidden');
      };

      it.each(cells.filter(([, who]) => who === 'quality_manager'))('%s, %s, %s: %s', async (...cell) => {
        const [route, , , answer] = cell;
        expect(await answerTo(cell, bearer)).toBe(expected(route, answer, declared.get(route)!));
      });
    });
  });

  describe('of reach', () => {
    const REACHES = ['own client', 'other client', 'whole company'] as const;
    type Reach = (typeof REACHES)[number];
    let things: Things;
    let whole: TestAccount;
    let asker: TestAccount;
    /** What no answer to a person of another client may name. */
    let secrets: string[];
    const byReach = new Map<string, TestAccount>();

    beforeAll(async () => {
      const { clientId, teamId } = await buildOtherClient(api);
      const { client, office } = await buildOffice(api, organisation.teamA);
      const far = await buildPlace(api, { personId: organisation.second, teamId });
      things = new Things(api, organisation, { own, far, office });
      for (const role of roleSchema.options) {
        const of = { role, teamId: null };
        byReach.set(
          `own client ${role}`,
          await buildAccount(api.source, organisation, { ...of, clientId: client, of: office }),
        );
        byReach.set(
          `other client ${role}`,
          await buildAccount(api.source, organisation, { ...of, clientId, of: teamId }),
        );
        byReach.set(`whole company ${role}`, await buildAccount(api.source, organisation, { ...of, of: office }));
      }
      whole = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null, of: office });
      asker = await buildAccount(api.source, organisation, { role: 'legal_requester', teamId: null, of: office });
      secrets = [own.callId, own.legId, own.recordingId, own.personId, organisation.teamA];
    });

    /** The thing that a route acts on, made for this cell. */
    const parametersOf = async (variant: string, who: TestAccount): Promise<Record<string, string>> => {
      const acting = { acting: 'yes', staffNumber: `N-${variant.length}-${who.username}` };
      const wide = variant.includes('whole company');
      if (variant.includes('{playId}') || variant.includes('/audio')) {
        const allowed = who.username !== byReach.get('other client supervisor')?.username;
        const opener = allowed ? who : byReach.get('own client supervisor')!;
        return { playId: await openPlay(own, await sessionOf(opener, variant)) };
      }
      if (variant.includes('corrections (of the agent)')) return { agent: await things.nextAgent() };
      if (variant.includes('/corrections/')) return { proposalId: await things.correction() };
      if (variant.includes('standing-grants')) return { ...acting, ...(await standingGrant(variant, wide)) };
      if (variant.includes('/absences/{absenceId}')) return things.absence();
      if (variant.includes('{wallId}')) return things.wall();
      if (variant.includes('live-calls/{liveCallId}/')) return things.liveCall();
      if (variant.includes('/floor/')) return things.silentSource();
      if (variant.includes('{gapId}')) return things.gap(variant.includes('/decision'));
      if (/recertifications\/(answers|items|\{)/.test(variant)) return things.recertified(variant.includes('/removal'));
      if (variant.includes('/suspension')) return { personId: (await things.suspended()).personId };
      if (variant.includes('DELETE /api/v1/people/{personId}/invitation'))
        return { personId: (await things.invited()).personId };
      if (variant.includes('{personId}/roles')) return things.assignment(wide);
      if (variant.includes('{accountId}')) return { accountId: (await things.secondFactor()).accountId };
      if (variant.includes('role-proposals/decisions'))
        return { proposalId: await things.proposal(whole.personId, wide) };
      if (variant.includes('{proposalId}')) return { proposalId: await things.proposal(whole.personId, false) };
      if (variant.includes('people/{personId}'))
        return { ...acting, personId: (wide ? await things.colleague(null) : await things.colleague()).personId };
      if (variant === 'POST /api/v1/people') return { ...acting, teamId: organisation.teamA };
      if (variant.startsWith('POST /api/v1/role-proposals'))
        return { ...acting, personId: (await things.colleague()).personId, ...(wide && { reach: 'company' }) };
      if (variant.includes('{waitingId}'))
        return { waitingId: await things.waiting(variant.startsWith('DELETE') ? who.personId : null) };
      if (variant.includes('/drawn/{assignmentId}')) return { assignmentId: await things.drawn(whole.personId) };
      if (variant.includes('back-tests/{runId}')) return { runId: await things.run('back_test', whole.personId) };
      if (variant.includes('rehearings/{runId}')) return { runId: await things.run('rehear', whole.personId) };
      if (variant.includes('rescores/{runId}')) return { runId: await things.run('rescore', whole.personId) };
      if (/GET .*coaching\/\{sessionId\}$|\{sessionId\}\/close$/.test(variant))
        return { sessionId: await things.coaching(asker.personId) };
      if (variant.includes('{calibrationId}'))
        return { calibrationId: await things.calibration(whole.personId, variant, who.personId) };
      if (/POST .*\{bestCallId\}\/withdrawal$/.test(variant))
        return { bestCallId: await things.bestCall(asker.personId) };
      if (variant.includes('{disputeId}')) return { disputeId: await things.dispute() };
      if (variant.includes('{commitmentId}')) return { ...acting, commitmentId: await things.commitment() };
      if (variant.startsWith('GET') && variant.includes('data-requests/{requestId}'))
        return { requestId: await things.dataRequest(asker.personId) };
      if (variant.includes('{number}')) return { number: await things.certificate() };
      if (variant.includes('{caseId}')) return { caseId: await things.legalCase(asker.personId) };
      if (variant.includes('legal/requests/{requestId}')) {
        const state = /submit|break-glass|PUT/.test(variant) ? 'draft' : 'submitted';
        return { ...acting, requestId: await things.request(await sessionOf(asker, variant), state) };
      }
      if (variant.includes('{holdId}')) {
        const over = variant.includes('over both clients') ? 'both' : 'own';
        const asked = variant.includes('release-decisions') ? asker.personId : null;
        return { ...acting, holdId: await things.hold(asker.personId, over, asked) };
      }
      if (variant.includes('/legal/holds')) return { ...acting, caseId: await things.legalCase(asker.personId) };
      return {};
    };

    /** A proposal or a grant over the team of the own client, or over the whole company. */
    const standingGrant = async (variant: string, wide: boolean): Promise<Record<string, string>> => {
      const over = wide ? { scope: 'company' as const } : { scope: 'team' as const, teamId: organisation.teamA };
      if (variant.includes('{grantId}'))
        return { grantId: (await buildGrant(api.source, organisation, { role: 'quality_analyst', ...over })).id };
      await things.noGrantWaits();
      if (!variant.includes('{proposalId}')) return wide ? { reach: 'company' } : {};
      return { proposalId: await things.grantProposal(whole.personId, wide ? null : organisation.teamA) };
    };

    const cells = reach.flatMap(({ variant, route, cells: of }) =>
      REACHES.map((one) => [variant, of['who'] as Role, one, of[one] ?? '', route] as const),
    );
    it.each(cells)('%s as %s, %s: %s', async (variant, role, one: Reach, expected, route) => {
      const who = byReach.get(`${one} ${role}`)!;
      const parameters = await parametersOf(variant, who);
      const response = await ask({ route, place: own, who, parameters });
      const told = await response.clone().text();
      expect(await answered(response)).toBe(expectedOf(expected));
      // Lists answer everyone: what they contain decides. Of several calls the answer names those that the question named, and says no more.
      const asked = route.includes('/ticked/') ? [own.callId] : [];
      if (one === 'other client')
        expect(secrets.filter((secret) => told.includes(secret) && !asked.includes(secret))).toEqual([]);
    });
  });

  it('answers for what may not be seen as for what does not exist', async () => {
    const cookie = await api.signIn(account('supervisor').username);
    const nowhere = '018f0000-0000-7000-8000-000000000000';
    for (const end of ['', '/journal', '/transcript', '/scorecards', `/peaks?recordingId=${other.recordingId}`]) {
      const [hidden, absent] = await Promise.all(
        [other.callId, nowhere].map(async (id) => (await send('GET', `/api/v1/calls/${id}${end}`, cookie)).json()),
      );
      expect({ ...(hidden as object), ref: '' }).toEqual({ ...(absent as object), ref: '' });
    }
  });

  it('lists one’s own calls only', async () => {
    for (const role of roleSchema.options.filter((role) => role !== 'administrator')) {
      const response = await send('GET', '/api/v1/calls', await api.signIn(account(role).username));
      const { items } = (await response.json()) as { items: { callId: string }[] };
      expect([role, items.map(({ callId }) => callId)]).toEqual([role, [joint.callId, own.callId]]);
    }
  });

  describe('of socket events', () => {
    const heard = async (role: Role): Promise<{ names: Set<string>; callIds: Set<string>; rooms: string[] }> => {
      const cookie = await api.signIn(account(role).username);
      const { socket, hello, names } = await connect(cookie);
      const callIds = new Set<string>();
      socket.on('delta', ({ callId }: CallDelta) => callIds.add(callId));
      await commit(other.callId);
      // One's own call is told after the other; the second time, surely not together with it.
      for (let i = 0; i < 2; i++) {
        const told = eventOf(socket, SOCKET_EVENTS.delta[role] === 'own' ? 'delta' : 'disconnect');
        await commit(own.callId);
        if (SOCKET_EVENTS.delta[role] === 'own') await told;
        else if (i === 1) {
          // A socket that is told nothing is signed out instead: earlier messages would have come before the end.
          await send('POST', '/api/v1/auth/logout', cookie);
          await told;
        }
      }
      socket.disconnect();
      return { names, callIds, rooms: Object.keys(hello.rooms).filter((room) => !room.startsWith('told:')) };
    };

    const eventOf = (socket: Socket, name: string) => new Promise((resolve) => socket.once(name, resolve));

    const connect = (cookie: string) =>
      new Promise<{ socket: Socket; hello: Hello; names: Set<string> }>((resolve, reject) => {
        const socket = io(api.baseUrl, {
          path: SOCKET_PATH,
          transports: ['websocket'],
          extraHeaders: { cookie },
          reconnection: false,
        });
        const names = new Set<string>();
        socket.onAny((name: string) => names.add(name));
        socket.once('hello', (hello: Hello) => resolve({ socket, hello, names }));
        socket.once('connect_error', reject);
      });

    const commit = (callId: string) =>
      api.source.transaction((tx) =>
        api.app.get(JournalService).append(tx, 'call.known', { source: 'test', direction: 'inbound' }, { callId }),
      );

    it.each(roleSchema.options)('%s', async (role) => {
      const { names, callIds, rooms } = await heard(role);
      const listed = Object.entries(SOCKET_EVENTS)
        .filter(([, roles]) => roles[role] !== 'none')
        .map(([name]) => name);
      expect([...names].sort()).toEqual(listed.sort());
      expect([...callIds]).toEqual(SOCKET_EVENTS.delta[role] === 'own' ? [own.callId] : []);
      const { personId } = account('agent');
      const room =
        role === 'agent' ? [`person:${personId}`] : role === 'administrator' ? [] : [`team:${organisation.teamA}`];
      expect(rooms).toEqual([...room, ...AREAS[role].map((area) => `area:${area}`)]);
    });

    it('signed out', async () => {
      await expect(connect('')).rejects.toThrow('not_signed_in');
    });
  });
});
