import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CreatedToken, type SwitchboardNumberList, type TokenList } from '#contracts';
import { Team, TeamsService } from '#people';
import { newId } from '#platform';
import { TelephonySourceRow } from '#telephony';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { SignedIn } from '../../../../test/factories/legal.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

const FOLDER = join(import.meta.dirname, '../../../../libs/telephony/src/sources/asterisk/fixtures/twelve-calls');
const cel = readFileSync(join(FOLDER, 'Cel.csv'), 'utf8');

let desk: UploadDesk;
let administrator: SignedIn;
beforeAll(async () => {
  desk = await UploadDesk.open();
  const account = await buildAccount(desk.api.source, desk.organisation, { role: 'administrator', teamId: null });
  administrator = await SignedIn.signIn(desk.api, account);
});
afterAll(() => desk?.api.stop());

/** @returns the id of a telephone system that may speak for these teams */
async function made(teamIds: readonly string[] | null = null): Promise<string> {
  const id = newId();
  await desk.api.source.manager.insert(TelephonySourceRow, {
    ...{ id, name: `pbx-${id}`, reader: 'asterisk', settings: { zone: 'UTC', home: 'CN', map: {} } },
    ...{ teamIds: teamIds && [...teamIds], createdByPersonId: desk.organisation.first, createdAt: new Date() },
  } as object);
  return id;
}

async function sendFile(who: SignedIn, path: string, text: string): Promise<{ status: number; body: object }> {
  const body = new FormData();
  body.append('file', new Blob([text]), 'Cel.csv');
  const headers = { cookie: who.cookie };
  const answer = await fetch(`${desk.api.baseUrl}/api/v1${path}`, { method: 'POST', body, headers });
  return { status: answer.status, body: (await answer.json()) as object };
}

describe('records that programmes send', () => {
  it('are taken file by file, by id or name of their system, and name the lines that they cannot read', async () => {
    const id = await made();
    const path = `/telephony-sources/pbx-${id}/records?name=Cel.csv`;
    const lines = cel.split('\n').slice(0, 20);
    const first = await sendFile(administrator, path, [...lines, 'torn'].join('\n'));
    expect(first).toMatchObject({ status: 200, body: { known: 0, unreadCount: 1, unread: [{ line: 21 }] } });
    const again = await sendFile(administrator, path, lines.join('\n'));
    expect(again.body).toMatchObject({ taken: 0, known: 20 });
    const none = await sendFile(administrator, path, '# no records');
    expect(none).toMatchObject({ status: 400, body: { code: 'records_of_another_system' } });
    await desk.api.source.query('update telephony_source set ended_at = now() where id = $1', [id]);
    expect(await sendFile(administrator, path, cel)).toMatchObject({ status: 409 });
  });

  it('are sent for only by those who may send calls of all their teams', async () => {
    const { teamA, teamB } = desk.organisation;
    const account = await buildAccount(desk.api.source, desk.organisation, { role: 'quality_manager', teamId: teamA });
    const manager = await SignedIn.signIn(desk.api, account);
    for (const [teamIds, status] of [
      [null, 404],
      [[teamA, teamB], 404],
      [[teamA], 200],
    ] as const) {
      const id = await made(teamIds);
      const sent = await sendFile(manager, `/telephony-sources/${id}/records?name=Cel.csv`, cel);
      expect(sent.status).toBe(status);
    }
  });
});

describe('a token of one telephone system', () => {
  it('sends its records and calls, and no other’s', async () => {
    const [own, other] = [await made(), await made()];
    const account = await buildAccount(desk.api.source, desk.organisation, { role: 'quality_manager', teamId: null });
    await desk.prove(account);
    const wanted = { name: 'the exchange', scopes: ['calls.ingest'], days: 30, source: `pbx-${own}` };
    const ask = <T>(method: string, body?: object) => desk.ask<T>(account, method, 'account/tokens', body);
    expect(await ask('POST', { ...wanted, scopes: ['calls.ingest', 'calls.read'] })).toMatchObject({
      body: { code: 'bad_input' },
    });
    const { token } = (await ask<CreatedToken>('POST', wanted)).body;
    expect((await ask<TokenList>('GET')).body.items).toMatchObject([{ source: `pbx-${own}` }]);

    const headers = { authorization: `Bearer ${token}` };
    const post = async (path: string, part: string, text: string) => {
      const body = new FormData();
      body.append(part, part === 'file' ? new Blob([text]) : text, ...(part === 'file' ? ['Cel.csv'] : []));
      const answer = await fetch(`${desk.api.baseUrl}/api/v1${path}`, { method: 'POST', body, headers });
      return { status: answer.status, body: (await answer.json()) as object };
    };
    const records = (id: string) => post(`/telephony-sources/${id}/records?name=Cel.csv`, 'file', cel);
    expect([(await records(own)).status, (await records(other)).status]).toEqual([200, 404]);
    const upload = (source: string) => {
      const leg = { staffNumber: '9999', answeredAt: '2026-11-30T12:00:02Z' };
      const call = { source, externalId: 'one', direction: 'inbound', language: 'zh', region: 'CN', legs: [leg] };
      const consent = { state: 'announced', evidence: { kind: 'announcement', reference: 'notice-1' } };
      const about = { ...call, consent, startedAt: '2026-11-30T12:00:00Z', recordingExternalId: 'one' };
      return post('/calls', 'metadata', JSON.stringify(about));
    };
    expect(await upload('elsewhere')).toMatchObject({ status: 403, body: { code: 'source_of_another_token' } });
    expect(await upload(`pbx-${own}`)).toMatchObject({ status: 400, body: { code: 'unknown_staff_number' } });
  });
});

describe('queues', () => {
  it('have a team that answers for them', async () => {
    const { teamA } = desk.organisation;
    const put = (teamId: string | null) => administrator.send('PUT', '/queue-teams', { queue: 'support', teamId });
    expect(await put(teamA)).toMatchObject({ status: 204 });
    expect(await administrator.send('GET', '/queue-teams')).toMatchObject({
      body: { items: [{ queue: 'support', teamId: teamA }] },
    });
    expect(await put('01900000-0000-7000-8000-000000000000')).toMatchObject({ status: 404 });
    expect(await put(null)).toMatchObject({ status: 204 });
    expect(await administrator.send('GET', '/queue-teams')).toMatchObject({ body: { items: [] } });
  });

  it('have no team that is closed, and a team that answers for one is not closed', async () => {
    const { first, second } = desk.organisation;
    const { manager } = desk.api.source;
    const id = newId();
    const { clientId } = await manager.findOneByOrFail(Team, { id: desk.organisation.teamA });
    await manager.insert(Team, { id, clientId, nameZh: '旧组', nameEn: 'Old team' });
    const put = (teamId: string | null) => administrator.send('PUT', '/queue-teams', { queue: 'old', teamId });
    const close = () => desk.api.app.get(TeamsService, { strict: false }).closeTeam(id, second ?? first);
    expect(await put(id)).toMatchObject({ status: 204 });
    await expect(close()).rejects.toMatchObject({ code: 'team_of_queues' });
    expect(await put(null)).toMatchObject({ status: 204 });
    await close();
    expect(await put(id)).toMatchObject({ status: 409, body: { code: 'closed' } });
  });
});

describe('numbers that several customers call from', () => {
  it('are listed by the company, in any form that is dialled, and taken off the list', async () => {
    const list = () => administrator.send<SwitchboardNumberList>('GET', '/switchboard-numbers');
    const share = (number: string) => administrator.send('POST', '/switchboard-numbers', { number });
    expect(await share('+86 10 6234 5678')).toMatchObject({ status: 204 });
    expect(await share('+861062345678')).toMatchObject({ status: 204 });
    for (const none of ['10086', '400 812 3123', 'anonymous', 'no number'])
      expect(await share(none)).toMatchObject({ status: 400, body: { code: 'joins_nobody' } });
    const { items } = (await list()).body;
    expect(items).toMatchObject([{ number: '+861062345678' }]);
    const drop = () => administrator.send('DELETE', `/switchboard-numbers/${items[0]?.switchboardNumberId}`);
    expect(await drop()).toMatchObject({ status: 204 });
    expect(await drop()).toMatchObject({ status: 404 });
    expect((await list()).body.items).toEqual([]);
  });
});
