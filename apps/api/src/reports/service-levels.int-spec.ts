import { joinCall, type Call, type Leg } from '#calls';
import { type QualitySettingsView, type ServiceFigures, type ServiceReport, type ServiceReportBy } from '#contracts';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCalled } from '../../../../test/factories/called.js';
import { buildOrganisation, buildPerson, type Organisation, PROFILE } from '../../../../test/factories/organisation.js';

const PERIOD = { from: '2026-11-02', to: '2026-11-05' };
const CALLS = 260;

let api: TestApi;
let organisation: Organisation;
let manager: TestAccount;
let supervisor: TestAccount;
/** Three people of each team. */
const people: { personId: string; teamId: string }[] = [];

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const { teamA, teamB } = organisation;
  for (const teamId of [teamA, teamB, teamA, teamB, teamA, teamB])
    people.push({ personId: await buildPerson(api.source, { teamId }), teamId });
  manager = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
  supervisor = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA });
  for (let n = 0; n < CALLS; n += 1) await buildCalled(api.source, ...made(n));
});
afterAll(() => api.stop());

/** The n-th call of a mixture that has every shape, with waits around each limit, on days around both ends of the period. */
function made(n: number): [Partial<Call>, Partial<Leg>[]] {
  const from = Date.parse('2026-11-01T12:00:00+08:00') + n * 1_500_000;
  const at = (seconds: number): Date => new Date(from + seconds * 1000);
  const who = (i: number) => people[(n + i) % people.length]!;
  const waits = 1 + ((n * 7) % 45);
  const queue = n % 3 === 0 ? 'sales' : 'care';
  const stay = (outcome: Leg['outcome'], ends: number): Partial<Leg> => ({
    ...{ kind: 'queue', queue, outcome, beganAt: at(0), endedAt: at(ends) },
    ...{ teamId: queue === 'care' ? organisation.teamA : null, answeredAt: outcome === 'answered' ? at(ends) : null },
  });
  const rang = (i: number, outcome: Leg['outcome'], ends: number): Partial<Leg> => ({
    ...{ ...who(i), queue, outcome, beganAt: at(Math.max(0, ends - 5)), endedAt: at(ends) },
  });
  const talk = (i: number, answers: number, ends: number | null): Partial<Leg> => ({
    ...{ ...rang(i, 'answered', answers), answeredAt: at(answers), endedAt: ends === null ? null : at(ends) },
  });
  const begun = { startedAt: at(0) };
  const answered = { ...begun, connection: 'answered' as const, answeredAt: at(waits), endedAt: at(waits + 90) };
  const shapes: (() => [Partial<Call>, Partial<Leg>[]])[] = [
    // Two telephones rang before the third was picked up.
    () => [
      answered,
      [stay('answered', waits), rang(1, 'no_answer', waits), rang(2, 'declined', 1), talk(3, waits, waits + 90)],
    ],
    () => [
      { ...begun, connection: 'abandoned', endedAt: at(waits) },
      [stay('abandoned', waits), rang(1, 'abandoned', waits)],
    ],
    // Every telephone of the house rang, and the same ones again.
    () => [
      { ...begun, connection: 'missed', endedAt: at(60) },
      [stay('no_answer', 60), ...[0, 1, 2, 3, 4, 5, 0, 1].map((i) => rang(i, 'no_answer', 60))],
    ],
    () => [answered, [{ ...talk(0, waits, waits + 30), queue: null, beganAt: at(0) }]],
    () => [{ ...begun, connection: 'busy', endedAt: at(2) }, [{ ...rang(0, 'busy', 2), queue: null }]],
    () => [{ ...answered, direction: 'outbound' }, [talk(0, waits, waits + 30)]],
    () => [{ ...answered, direction: null }, [talk(0, waits, waits + 30)]],
    () => [{ ...begun, stage: 'live' }, [stay('answered', waits), talk(0, waits, null)]],
    // A file of records is missing.
    () => [begun, [{ ...who(0), queue, beganAt: at(0) }]],
    // Uploads: one that says how long its caller was in the queue, and one that does not.
    () => [{ ...begun, stage: 'scored' }, [uploaded(n % 2 === 0 ? 10 : null)]],
    // The colleague of the other team is joined by a transfer, and speaks on.
    () => [
      answered,
      [
        stay('answered', waits),
        talk(0, waits, waits + 40),
        { ...who(0), kind: 'consult', outcome: 'answered', beganAt: at(waits + 20), answeredAt: at(waits + 25) },
        { ...talk(1, waits + 40, waits + 90), queue: null, beganAt: at(waits + 40) },
      ],
    ],
    () => [answered, [stay('answered', waits), { ...talk(0, waits, null) }]],
    // The records of the queue tell of no caller who gave up: the legs do.
    () => [{ ...begun, endedAt: at(waits) }, [stay('abandoned', waits), rang(1, 'no_answer', waits)]],
  ];
  const uploaded = (queueSeconds: number | null): Partial<Leg> => ({
    ...{
      ...who(0),
      recordKey: null,
      queue,
      queueSeconds,
      alertedAt: at(10),
      answeredAt: at(10 + (n % 25)),
      endedAt: at(70),
    },
  });
  return shapes[n % shapes.length]!();
}

const cookies = new Map<string, string>();
async function send(account: TestAccount, path: string, body?: object): Promise<Response> {
  const cookie = cookies.get(account.username) ?? (await api.signIn(account.username));
  cookies.set(account.username, cookie);
  const sent = body && {
    method: 'PUT',
    body: JSON.stringify(body),
    headers: { cookie, 'content-type': 'application/json' },
  };
  return fetch(`${api.baseUrl}/api/v1${path}`, sent ?? { headers: { cookie } });
}
const query = (by: ServiceReportBy, narrow: Record<string, string> = {}) =>
  new URLSearchParams({ ...PERIOD, ...narrow, by }).toString();
async function report(
  account: TestAccount,
  by: ServiceReportBy,
  narrow?: Record<string, string>,
): Promise<ServiceReport> {
  const response = await send(account, `/reports/service?${query(by, narrow)}`);
  expect(response.status).toBe(200);
  return (await response.json()) as ServiceReport;
}

interface Plain {
  answered: number;
  elsewhere: number;
  abandoned: number;
  short: number;
  missed: number;
  unknown: number;
  in_time: number;
  waits: number;
  wait: number | null;
  handles: number;
  handle: number | null;
}

/**
 * The same, counted with nothing of the product: each call of the period by itself, asking its legs. `mine` says which legs of it count, where
 * `leg` is one.
 */
const plain = (mine: string, within: number, short: number): string => {
  const legs = (where: string, what = '1') =>
    `(select ${what} from leg where leg.call_id = call.id and kind in ('agent', 'queue') and (${mine}) and (${where}))`;
  const picked = `(leg.outcome = 'answered' or (leg.outcome is null and leg.record_key is null and leg.kind = 'agent'))`;
  const wait = `(select extract(epoch from leg.answered_at - case
      when leg.kind = 'queue' then leg.began_at
      when exists (select from leg stay where stay.call_id = call.id and stay.kind = 'queue' and stay.ended_at >= leg.began_at) then
        (select stay.began_at from leg stay where stay.call_id = call.id and stay.kind = 'queue')
      when leg.queue is null then leg.began_at
      else leg.alerted_at - leg.queue_seconds * interval '1 second' end)
    from leg where leg.call_id = call.id and kind in ('agent', 'queue') and (${mine}) and ${picked} order by leg.answered_at limit 1)`;
  return `select count(*) filter (where here)::int as answered, count(*) filter (where not here and anywhere)::int as elsewhere,
      count(*) filter (where not anywhere and gave_up and waited >= ${short})::int as abandoned,
      count(*) filter (where not anywhere and gave_up and waited < ${short})::int as short,
      count(*) filter (where not anywhere and connection in ('missed', 'busy'))::int as missed,
      count(*) filter (where not anywhere and not gave_up and connection is null)::int as unknown,
      count(*) filter (where here and wait <= ${within})::int as in_time, count(wait) filter (where here)::int as waits,
      avg(wait) filter (where here)::float8 as wait, count(handle) filter (where here)::int as handles,
      avg(handle) filter (where here)::float8 as handle
    from (select connection, exists ${legs(picked)} as here,
        exists (select from leg where call_id = call.id and kind in ('agent', 'queue') and ${picked}) as anywhere,
        coalesce(connection = 'abandoned', exists (select from leg where call_id = call.id and leg.outcome = 'abandoned')) as gave_up,
        extract(epoch from call.ended_at - call.started_at) as waited, ${wait} as wait,
        case when not exists ${legs(`kind = 'agent' and ${picked} and leg.ended_at is null`)} then
          ${legs(`kind = 'agent' and ${picked}`, 'sum(extract(epoch from leg.ended_at - leg.answered_at))')} end as handle
      from call where direction = 'inbound' and stage <> 'live' and exists ${legs('true')}
        and (started_at at time zone '${PROFILE.timeZone}')::date between '${PERIOD.from}' and '${PERIOD.to}') each_call`;
};
async function counted(mine: string, within = 20, short = 5): Promise<Plain> {
  const [row]: Plain[] = await api.source.query(plain(mine, within, short));
  return row!;
}
const digits = (seconds: number | null | undefined) => (seconds == null ? null : Number(seconds.toFixed(2)));
const plainOf = (figures: ServiceFigures): Plain => ({
  answered: figures.answered,
  elsewhere: figures.answeredElsewhere,
  abandoned: figures.abandoned,
  short: figures.shortAbandoned,
  missed: figures.missed,
  unknown: figures.unknown,
  in_time: figures.inTime?.n ?? 0,
  waits: figures.speedOfAnswer?.n ?? 0,
  wait: digits(figures.speedOfAnswer?.seconds),
  handles: figures.handleTime?.n ?? 0,
  handle: digits(figures.handleTime?.seconds),
});
const rounded = (row: Plain): Plain => ({ ...row, wait: digits(row.wait), handle: digits(row.handle) });

describe('how calls were served', () => {
  it('equals plain SQL by queue, by team, and in all; every kind of call is among them', async () => {
    const { teamA, teamB } = organisation;
    const total = rounded(await counted('true'));
    expect(Object.values(total).every((value) => value === null || value > 0 || total.elsewhere === value)).toBe(true);
    const byQueue = await report(manager, 'service_queue');
    expect(plainOf(byQueue.total)).toEqual(total);
    expect(byQueue.rows.map(({ key }) => key)).toEqual(['care', 'sales']);
    for (const { key, figures } of byQueue.rows)
      expect([key, plainOf(figures)]).toEqual([key, rounded(await counted(`leg.queue = '${key}'`))]);
    const byTeam = await report(manager, 'service_team');
    expect(new Set(byTeam.rows.map(({ key }) => key))).toEqual(new Set([teamA, teamB]));
    for (const { key, name, figures } of byTeam.rows) {
      expect(name).not.toBeNull();
      expect([key, plainOf(figures)]).toEqual([key, rounded(await counted(`leg.team_id = '${key}'`))]);
    }
  });

  it('adds up to the total by day, where each call has one; shares rest on what is known', async () => {
    const { rows, total } = await report(manager, 'service_day');
    expect(rows.map(({ key }) => key)).toEqual(['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05']);
    const sum = (of: (figures: ServiceFigures) => number) => rows.reduce((all, { figures }) => all + of(figures), 0);
    expect(sum(({ offered }) => offered)).toBe(total.offered);
    expect(sum(({ missed }) => missed)).toBe(total.missed);
    expect(total.offered).toBe(total.answered + total.abandoned + total.shortAbandoned + total.missed + total.unknown);
    expect(total.inTime?.of).toBe(total.speedOfAnswer!.n + total.abandoned + total.missed);
    expect(total.abandonment).toMatchObject({
      n: total.abandoned,
      of: total.answered + total.abandoned + total.missed,
    });
    expect(total.handleTime!.n).toBeLessThan(total.answered);
  });

  it('shows a supervisor the calls of their legs, and tells what another team answered apart', async () => {
    const own = await report(supervisor, 'service_team');
    expect(own.rows.map(({ key }) => key)).toEqual([organisation.teamA]);
    expect(plainOf(own.total)).toEqual(rounded(await counted(`leg.team_id = '${organisation.teamA}'`)));
    expect(own.total.answeredElsewhere).toBeGreaterThan(0);
    const administrator = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
    expect((await send(administrator, `/reports/service?${query('service_team')}`)).status).toBe(403);
    expect((await send(manager, `/reports/service?${query('service_team', { to: '2026-11-01' })}`)).status).toBe(400);
  });

  it('tells how many calls it could not count, and filters by queue', async () => {
    const { withoutDirection } = await report(manager, 'service_queue');
    const [row] = await api.source.query(
      `select count(*)::int as calls from call where direction is null
       and (started_at at time zone '${PROFILE.timeZone}')::date between '${PERIOD.from}' and '${PERIOD.to}'`,
    );
    expect(withoutDirection).toBe((row as { calls: number }).calls);
    const { total } = await report(manager, 'service_team', { queue: 'sales' });
    expect(plainOf(total)).toEqual(rounded(await counted(`leg.queue = 'sales'`)));
  });

  it('counts a call once whose recordings came under two ids, of which records tell that they are one', async () => {
    const startedAt = new Date('2026-11-20T10:00:00+08:00');
    const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);
    const talk = (from: number) => ({
      ...{
        ...people[0]!,
        recordKey: null,
        alertedAt: after(from - 5),
        answeredAt: after(from),
        endedAt: after(from + 60),
      },
    });
    const uploaded = (from: number) => buildCalled(api.source, { startedAt, stage: 'scored' }, [talk(from)]);
    const [into, other] = [await uploaded(5), await uploaded(70)];
    const day = { from: '2026-11-20', to: '2026-11-20' };
    expect((await report(manager, 'service_team', day)).total.answered).toBe(2);
    await api.source.transaction((tx) =>
      joinCall(tx, { id: other, source: 'test' }, into, { legsMove: false, at: after(200) }),
    );
    const { total, rows } = await report(manager, 'service_team', day);
    expect([total.offered, total.answered, rows[0]?.figures.answered]).toEqual([1, 1, 1]);
    expect(total.handleTime).toEqual({ n: 1, seconds: 120 });
  });

  it('follows the seconds that the company set; a client that does not know them leaves them', async () => {
    const read = async () => (await (await send(manager, '/quality/settings')).json()) as QualitySettingsView;
    const before = await read();
    expect(before.settings.service).toEqual({ withinSeconds: 20, targetPercent: 80, shortAbandonSeconds: 5 });
    const service = { withinSeconds: 10, targetPercent: 90, shortAbandonSeconds: 15 };
    const settings = { ...before.settings, service };
    expect((await send(manager, '/quality/settings', { version: before.version, settings })).status).toBe(200);
    expect((await send(supervisor, '/quality/settings', { version: before.version, settings })).status).toBe(403);
    const { total, settings: used } = await report(manager, 'service_queue');
    expect(used).toEqual(service);
    expect(plainOf(total)).toEqual(rounded(await counted('true', 10, 15)));

    const { service: _, ...others } = settings;
    const { version } = await read();
    expect((await send(manager, '/quality/settings', { version, settings: others })).status).toBe(200);
    expect((await read()).settings.service).toEqual(service);
  });

  it('leaves as a file with the same numbers', async () => {
    const { rows, total } = await report(manager, 'service_queue');
    const response = await send(manager, `/reports/report.csv?${query('service_queue', { exportLanguage: 'en' })}`);
    const lines = (await response.text()).replaceAll('"', '').split(/\r?\n/);
    const at = lines.findIndex((line) => line.startsWith('Queue,Offered,Answered,Abandoned,'));
    const shown = ({ offered, answered, abandoned, shortAbandoned, missed, unknown }: ServiceFigures) =>
      [offered, answered, abandoned, shortAbandoned, missed, unknown].join();
    for (const [i, { key, figures }] of rows.entries())
      expect(lines[at + 1 + i]).toContain(`${key},${shown(figures)},`);
    expect(lines[at + 1 + rows.length]).toContain(`Total,${shown(total)},`);
    const xlsx = await send(manager, `/reports/report.xlsx?${query('service_team', { exportLanguage: 'zh' })}`);
    expect([xlsx.status, (await xlsx.arrayBuffer()).byteLength > 1000]).toEqual([200, true]);
    const told = await api.source.query(
      `select details->>'by' as by from journal_entry join journal_detail on entry_id = id where event = 'report.exported' order by at`,
    );
    expect(told).toEqual([{ by: 'service_queue' }, { by: 'service_team' }]);
  });
});
