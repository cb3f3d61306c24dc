import { type CallCount, type CallList, type CallNeighbours, type FilterChoices } from '#contracts';
import { VaultService } from '#recordings';
import { buildAccount, type TestAccount } from '../../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../../test/factories/calls.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../../test/factories/recordings.js';
import { buildScorecard } from '../../../../../test/factories/scorecards.js';

describe('finding calls', () => {
  let api: TestApi;
  let organisation: Organisation;
  let supervisor: TestAccount;
  let manager: TestAccount;
  let agents: { a: string; b: string };
  const made: Record<string, string> = {};

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const { teamA, teamB } = organisation;
    supervisor = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA });
    manager = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
    agents = {
      a: await buildPerson(api.source, { teamId: teamA }),
      b: await buildPerson(api.source, { teamId: teamB }),
    };
    const [a, b] = [
      { personId: agents.a, teamId: teamA },
      { personId: agents.b, teamId: teamB },
    ];
    const keep = async (name: string, call: Promise<BuiltCall>) => (made[name] = (await call).callId);
    // Either side of Shanghai's midnight.
    const evening = new Date('2026-03-11T15:59:59.999Z');
    await keep(
      'evening',
      buildCall(api.source, a, { startedAt: evening, language: 'zh', customer: '陈** 139****0001' }),
    );
    await keep(
      'midnight',
      buildCall(api.source, a, { startedAt: new Date('2026-03-11T16:00:00Z'), direction: 'outbound' }),
    );
    await keep(
      'waiting',
      buildCall(api.source, a, {
        startedAt: new Date('2026-03-13T00:00:00Z'),
        stage: 'needs_attention',
        stageReason: 'engine_missing',
      }),
    );
    await keep(
      'theirs',
      buildCall(api.source, b, { startedAt: new Date('2026-03-14T00:00:00Z'), customer: 'M. C*** 781****9034' }),
    );
    const scored = await buildCall(api.source, a, {
      startedAt: new Date('2026-03-15T00:00:00Z'),
      stage: 'scored',
      customer: '50%_off',
    });
    made['scored'] = scored.callId;
    const vault = api.app.get(VaultService);
    const { recordingId } = await buildRecording(api.source, vault, scored, { durationMs: 600_000 });
    await buildScorecard(api.source, scored.legId, await buildTranscript(api.source, vault, recordingId, []), [
      'sent_elsewhere',
    ]);
  });
  afterAll(() => api.stop());

  const send = async (account: TestAccount, path: string) =>
    fetch(`${api.baseUrl}/api/v1${path}`, { headers: { cookie: await api.signIn(account.username) } });
  const get = async <T>(account: TestAccount, path: string) => (await (await send(account, path)).json()) as T;
  const found = async (query: string, account = manager): Promise<string[]> => {
    const { items } = await get<CallList>(account, `/calls?${query}`);
    return items.map(({ callId }) => Object.keys(made).find((name) => made[name] === callId) ?? callId);
  };

  it.each([
    ['from=2026-03-12&to=2026-03-12', ['midnight']],
    ['to=2026-03-11', ['evening']],
    ['language=zh', ['evening']],
    ['direction=outbound,internal', ['midnight']],
    ['stage=needs_attention&reason=engine_missing', ['waiting']],
    ['reason=engine_crashed', []],
    ['result=greeting.offer:not_met', ['scored']],
    ['result=greeting.offer:met', []],
    ['sign=sent_elsewhere', ['scored']],
    ['result=any:not_met&source=rule', ['scored']],
    ['result=any:not_met&source=fact', []],
    ['result=greeting.offer:not_met,greeting.salutation:met', ['scored']],
    ['source=rule', ['scored']],
    ['source=human,model', []],
    ['pointsMin=50&pointsMax=50', ['scored']],
    ['pointsMin=51', []],
    ['coverageMin=100', ['scored']],
    ['durationMin=600', ['scored']],
    ['durationMax=60', ['theirs', 'waiting', 'midnight', 'evening']],
    [`q=${encodeURIComponent('陈')}`, ['evening']],
    [`q=${encodeURIComponent('139****00')}`, ['evening']],
    [`q=${encodeURIComponent('m. c')}`, ['theirs']],
    [`q=${encodeURIComponent('50%_')}`, ['scored']],
    [`q=${encodeURIComponent('5%')}`, []],
  ])('by %s', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it('by team, client and agent, never beyond what the asker may see', async () => {
    const { teamA, teamB } = organisation;
    expect(await found(`team=${teamB}`)).toEqual(['theirs']);
    expect(await found(`agent=${agents.b}`)).toEqual(['theirs']);
    expect(await found(`team=${teamA}&agent=${agents.b}`)).toEqual([]);
    expect(await found(`team=${teamB}`, supervisor)).toEqual([]);
    expect(await found(`agent=${agents.b}`, supervisor)).toEqual([]);
    const { clients } = await get<FilterChoices>(manager, '/calls/filter-choices');
    expect(await found(`client=${clients[0]?.clientId}&team=${teamB}`)).toEqual(['theirs']);
    expect(await found('client=018f0000-0000-7000-8000-000000000000')).toEqual([]);
  });

  it.each([
    'stage=sealed,nonsense',
    'sign=nonsense',
    'q=7',
    'from=2026-02-30',
    'result=greeting.offer',
    'team=1',
    'pointsMin=101',
  ])('refuses %s and says which filter it was', async (query) => {
    const response = await send(manager, `/calls?${query}`);
    expect(response.status).toBe(400);
    const { fields } = (await response.json()) as { fields: { path: string }[] };
    expect(fields[0]?.path).toContain(query.split('=')[0]);
  });

  it('counts what the list shows', async () => {
    expect(await get<CallCount>(manager, '/calls/count?to=2026-03-13')).toEqual({ counted: 3, exact: true });
    expect(await get<CallCount>(supervisor, '/calls/count')).toEqual({ counted: 4, exact: true });
  });

  it('begins at a day or at the oldest call, and reads on both ways', async () => {
    expect(await found('at=2026-03-13&limit=2')).toEqual(['waiting', 'midnight']);
    const oldest = await get<CallList>(manager, '/calls?toward=newer&limit=2');
    expect(oldest.items.map(({ callId }) => callId)).toEqual([made['midnight'], made['evening']]);
    expect(oldest.nextCursor).toBeNull();
    expect(await found(`toward=newer&limit=2&cursor=${oldest.newerCursor}`)).toEqual(['theirs', 'waiting']);
    const newest = await get<CallList>(manager, '/calls?limit=2');
    expect(newest.newerCursor).toBeNull();
    expect(await found(`limit=2&cursor=${newest.nextCursor}`)).toEqual(['waiting', 'midnight']);
  });

  it('steps to the neighbours in the filtered list', async () => {
    const beside = (query: string) => get<CallNeighbours>(manager, `/calls/${made['waiting']}/neighbours?${query}`);
    expect(await beside('')).toEqual({ newer: made['theirs'], older: made['midnight'] });
    expect(await beside('stage=scored')).toEqual({ newer: made['scored'], older: null });
  });

  it('offers no name beyond what the asker may see', async () => {
    const all = await get<FilterChoices>(manager, '/calls/filter-choices');
    expect(all.agents.map(({ personId }) => personId).sort()).toEqual([agents.a, agents.b].sort());
    expect(all.items.map(({ itemId }) => itemId)).toEqual(['greeting.offer', 'greeting.salutation']);
    const some = await get<FilterChoices>(supervisor, `/calls/filter-choices?agent=${agents.b}&agentSearch=a`);
    expect(some.teams.map(({ teamId }) => teamId)).toEqual([organisation.teamA]);
    expect(some.agents.map(({ personId }) => personId)).not.toContain(agents.b);
  });

  it('follows every change of a call in the same commit', async () => {
    await api.source.query(`update call set stage = 'sealed', stage_reason = null where id = $1`, [made['waiting']]);
    expect(await found('stage=sealed')).toEqual(['waiting']);
    await api.source.query(`update call set stage = 'needs_attention', stage_reason = 'engine_missing' where id = $1`, [
      made['waiting'],
    ]);
    expect(await found('stage=sealed')).toEqual([]);
    await expect(api.source.query(`update listed_leg set team_id = $1`, [organisation.teamA])).rejects.toThrow(
      'permission denied',
    );
  });

  describe('as a file', () => {
    const lines = async (account: TestAccount, query: string) => {
      const response = await send(account, `/calls/export.csv?${query}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
      return Buffer.from(await response.arrayBuffer())
        .toString('utf8')
        .split('\r\n');
    };

    it('holds the rows of the list, masked, in the asked language, and nothing that a spreadsheet would run', async () => {
      const matter = '018f0000-0000-7000-8000-0000000000aa';
      await api.source.query(`insert into matter (id, source, external_id, title) values ($1, 't', '1', '=cmd|calc')`, [
        matter,
      ]);
      await api.source.query('update call set matter_id = $1 where id = $2', [matter, made['scored']]);
      const [head, first, ...rest] = await lines(manager, 'exportLanguage=zh&from=2026-03-13');
      expect(head?.startsWith('\uFEFF"通话编号","开始时间"')).toBe(true);
      expect(first).toContain(`"${made['scored']}","2026-03-15 08:00:00","呼入","英语"`);
      expect(first).toContain(`"'=cmd|calc"`);
      expect(first).toContain('"已评分",,1,1,0,0');
      expect(rest).toHaveLength(3);
    });

    it('holds what the asker’s export reaches, and is journalled twice: begun, and how many rows', async () => {
      expect(await lines(supervisor, `q=${encodeURIComponent('m. c')}`)).toHaveLength(2);
      const entries: { event: string; details: Record<string, unknown> }[] = await api.source.query(
        `select event, details from journal_entry join journal_detail on entry_id = id
         where event like 'calls.export%' and actor_person_id = $1 order by at, id`,
        [supervisor.personId],
      );
      const exportId = entries[0]?.details['exportId'];
      expect(entries).toEqual([
        { event: 'calls.export_started', details: { exportId, filters: { q: 'searched' } } },
        { event: 'calls.exported', details: { exportId, rows: 0, complete: true } },
      ]);
    });
  });
});
