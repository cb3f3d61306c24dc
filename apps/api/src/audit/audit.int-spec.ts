import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import {
  type AccessPage,
  type JournalChain,
  type JournalPage,
  type JournalRow,
  type OpenGrantList,
  type UnusualView,
} from '#contracts';
import { eraseDetails, ensureSigningKey, HeadsFile, JournalService, loadSigningKey, JournalSealer } from '#journal';
import { Clock, newId } from '#platform';
import { VaultService } from '#recordings';
import { buildAccount, buildGrant } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildLegalAccount, buildLegalTeam, SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording } from '../../../../test/factories/recordings.js';

let api: TestApi;
let dir: string;
let organisation: Organisation;
let auditor: SignedIn;
let ofTeamB: SignedIn;
let requester: SignedIn;
let supervisor: SignedIn;
let calls: { a: BuiltCall & { recordingId: string }; b: BuiltCall & { recordingId: string } };
let sealer: JournalSealer;
let grantId: string;

const recorded = async (personId: string, teamId: string) => {
  const call = await buildCall(api.source, { personId, teamId }, { stage: 'sealed' });
  const { recordingId } = await buildRecording(api.source, api.app.get(VaultService), call, { durationMs: 1000 });
  return { ...call, recordingId };
};

beforeAll(async () => {
  api = await startTestApi();
  dir = await mkdtemp(join(tmpdir(), 'audit-'));
  await ensureSigningKey(join(dir, 'key.pem'));
  sealer = new JournalSealer(api.source, new Clock(), await loadSigningKey(join(dir, 'key.pem')), new HeadsFile(dir));
  organisation = await buildOrganisation(api.source);
  const { teamA, teamB } = organisation;
  const legal = await buildLegalTeam(api.source, organisation);
  const someone = async (role: 'auditor' | 'legal_requester' | 'legal_approver', reach?: string) =>
    SignedIn.signIn(
      api,
      await buildLegalAccount(api.source, organisation, { role, teamId: legal, ...(reach && { reach }) }),
    );
  auditor = await someone('auditor');
  ofTeamB = await someone('auditor', teamB);
  requester = await someone('legal_requester');
  supervisor = await SignedIn.signIn(
    api,
    await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA }),
  );
  await buildGrant(api.source, organisation, { role: 'supervisor' });
  const [agentA, agentB] = [
    await buildPerson(api.source, { teamId: teamA }),
    await buildPerson(api.source, { teamId: teamB }),
  ];
  calls = { a: await recorded(agentA, teamA), b: await recorded(agentB, teamB) };
  grantId = await askAndApprove(await (await someone('legal_approver')).stepUp());
  for (let i = 0; i < 5; i++) await listen(supervisor, calls.a);
  await listen(await requester.stepUp(), { ...calls.b, grantId });
});
afterAll(async () => {
  await api.stop();
  await rm(dir, { recursive: true });
});

let caseId: string;

/** A request about the call of team B, in a legal case, with its grant. */
async function askAndApprove(approver: SignedIn): Promise<string> {
  const opened = await requester.send<{ caseId: string }>('POST', '/legal/cases', {
    reference: 'C-1',
    title: 'Refund',
  });
  caseId = opened.body.caseId;
  const { body } = await requester.send('POST', '/legal/requests', {
    purpose: 'dispute',
    caseId,
    reason: 'A refund is disputed.',
    filters: { team: organisation.teamB },
    action: 'listen',
    plays: 3,
    expiresAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
  });
  await requester.send('POST', `/legal/requests/${body.requestId}/submit`);
  const decision = { round: 1, decision: 'approve' };
  const approved = await approver.send('POST', `/legal/requests/${body.requestId}/decisions`, decision);
  return approved.body.grant?.grantId ?? '';
}

const listen = async (
  who: SignedIn,
  { callId, ...what }: { callId: string; recordingId: string; grantId?: string },
) => {
  const { recordingId, grantId } = what;
  const { status } = await who.send('POST', `/calls/${callId}/plays`, { recordingId, grantId });
  expect(status).toBe(201);
};
const read = async (query = '', who = auditor) =>
  (await who.send<JournalPage>('GET', `/journal?${query}`)).body.entries;
const named = (rows: readonly JournalRow[]) => rows.map(({ event }) => event);
const file = async (path: string) => {
  const answer = await fetch(`${api.baseUrl}/api/v1${path}`, { headers: { cookie: auditor.cookie } });
  return Buffer.from(await answer.arrayBuffer()).toString('utf8');
};

describe('the journal, read', () => {
  it('is narrowed to a call, a person who acted or is told of, a legal case, a kind and days', async () => {
    const ofCall = await read(`call=${calls.b.callId}`);
    expect(named(ofCall)).toEqual(['play.opened']);
    expect(ofCall[0]).toMatchObject({ callId: calls.b.callId, actor: { personId: requester.account.personId } });
    const personId = await buildPerson(api.source, { teamId: organisation.teamA });
    await api.source.transaction((tx) =>
      api.app
        .get(JournalService)
        .append(tx, 'person.changed', { personId, parts: ['name'] }, { actorPersonId: organisation.first }),
    );
    const about = await read(`person=${personId}`);
    expect(about).toMatchObject([{ event: 'person.changed', subject: { personId } }]);
    expect(named(await read(`person=${organisation.first}`))).toEqual(['person.changed']);
    const ofCase = await read(`case=${caseId}`);
    expect(named(ofCase)).toEqual([
      'play.opened',
      'legal_request.approved',
      'legal_request.submitted',
      'legal_case.opened',
    ]);
    expect(ofCase[1]?.reference).toMatch(/^LR-/);
    expect(named(await read(`case=${caseId}&kind=legal_case.opened`))).toEqual(['legal_case.opened']);
    expect(new Set(named(await read('kind=legal')).map((event) => event.split('.')[0]))).toEqual(
      new Set(['legal_request', 'legal_case']),
    );
    expect(await read('kind=legal&to=2020-01-01')).toEqual([]);
  });

  it('is turned over page by page, none twice and none left out, and a search is one entry', async () => {
    const before = (await read('kind=audit.searched&limit=200')).length;
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: JournalPage } = await auditor.send<JournalPage>(
        'GET',
        `/journal?kind=recording&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.body.entries.map(({ entryId }) => entryId));
      cursor = page.body.nextCursor;
    }
    expect(seen.length).toBeGreaterThan(4);
    expect(new Set(seen)).toEqual(new Set((await read('kind=recording&limit=200')).map(({ entryId }) => entryId)));
    const searches = await read('kind=audit.searched&limit=200');
    // The walk, the comparison, and this very reading.
    expect(searches.length - before).toBe(3);
    expect(
      searches.find(({ details }) => (details?.['filters'] as { kind?: string }).kind === 'recording'),
    ).toBeDefined();
    expect((await auditor.send('GET', '/journal?cursor=nonsense')).status).toBe(400);
  });

  it('says what is sealed and signed, and what was erased', async () => {
    expect((await read('kind=legal_case.opened'))[0]).toMatchObject({ position: null, signed: false });
    await sealer.sealOnce();
    await api.source.query(`delete from journal_pending where purpose = 'follow_up'`);
    const [row] = await read('kind=legal_case.opened');
    expect(row).toMatchObject({ signed: true, details: { caseId } });
    const owner = await new DataSource({
      type: 'postgres',
      url: api.ownerUrl,
      entities: api.source.options.entities ?? [],
      namingStrategy: api.source.namingStrategy,
    }).initialize();
    await eraseDetails(owner, api.app.get(JournalService), { entryId: row?.entryId ?? '' }, 'order');
    await owner.destroy();
    expect((await read('kind=legal_case.opened'))[0]).toMatchObject({ position: row?.position, details: null });
    const { body } = await auditor.send<JournalChain>('GET', '/journal/chain');
    expect(body.head?.position).toBeGreaterThanOrEqual(row?.position ?? 0);
    expect(body.unsealed).toBeGreaterThan(0);
  });

  it('is for an auditor: of a team, about its calls alone; for no one else at all', async () => {
    const rows = await read('limit=200', ofTeamB);
    expect(new Set(rows.map(({ callId }) => callId))).toEqual(new Set([calls.b.callId]));
    expect((await supervisor.send('GET', '/journal')).status).toBe(403);
    expect((await requester.send('GET', `/journal?case=${caseId}`)).status).toBe(403);
  });

  it('leaves as a file that spreadsheets read, told of at both ends', async () => {
    const text = await file(`/journal/export.csv?exportLanguage=zh&case=${caseId}`);
    expect(text.startsWith('\uFEFF"序号"')).toBe(true);
    expect(text).toContain('"legal_request.approved"');
    const [exported, started] = await read('kind=audit&limit=3').then((rows) =>
      rows.filter(({ event }) => event !== 'audit.searched'),
    );
    expect(started?.details).toMatchObject({ of: 'journal', filters: { case: caseId } });
    expect(exported?.details).toMatchObject({ rows: text.trim().split('\r\n').length - 1, complete: true });
  });
});

describe('who used what', () => {
  it('is listed with the right and the purpose, within reach', async () => {
    const { accesses } = (await auditor.send<AccessPage>('GET', '/accesses')).body;
    expect(accesses.length).toBe(6);
    expect(accesses[0]).toMatchObject({
      kind: 'heard',
      right: 'request',
      purpose: 'dispute',
      callId: calls.b.callId,
      by: { personId: requester.account.personId },
    });
    expect(accesses[1]).toMatchObject({ right: 'standing', purpose: 'quality', requestCode: null });
    // A browser that was killed said nothing of what was heard; what was sent is known.
    await api.source.query(`update play set released_ms = '[[0, 4000], [9000, 10000]]' where id = $1`, [
      accesses[0]?.accessId,
    ]);
    const [sent] = (await auditor.send<AccessPage>('GET', '/accesses')).body.accesses;
    expect(sent).toMatchObject({ heardMs: 0, sentMs: 5000 });
    const narrowed = await auditor.send<AccessPage>(
      'GET',
      `/accesses?purpose=dispute&kind=heard&person=${requester.account.personId}`,
    );
    expect(narrowed.body.accesses.length).toBe(1);
    expect((await ofTeamB.send<AccessPage>('GET', '/accesses')).body.accesses.length).toBe(1);
  });

  it('tells of a package that was taken, which is of every call that was asked for', async () => {
    const taken = async (query: string, who = auditor) =>
      (await who.send<AccessPage>('GET', `/accesses?kind=taken&${query}`)).body.accesses;
    expect(await taken('')).toEqual([]);
    const details = { exportId: newId(), downloadId: newId(), grantId };
    await api.source.transaction((tx) =>
      api.app.get(JournalService).append(tx, 'evidence_export.download_started', details),
    );
    expect(await taken(`call=${calls.b.callId}`)).toMatchObject([{ kind: 'taken', callId: null, purpose: 'dispute' }]);
    expect(await taken(`call=${calls.a.callId}`)).toEqual([]);
    expect((await taken('', ofTeamB)).length).toBe(1);
  });

  it('shows open rights with what is left of them', async () => {
    const { grants } = (await auditor.send<OpenGrantList>('GET', '/accesses/grants')).body;
    expect(grants).toMatchObject([
      {
        right: 'request',
        plays: { used: 1, allowed: 3 },
        state: 'active',
        requestCode: expect.stringMatching(/^LR-/) as string,
      },
      { right: 'standing', role: 'supervisor', plays: null },
    ]);
    expect((await ofTeamB.send<OpenGrantList>('GET', '/accesses/grants')).body.grants.length).toBe(1);
  });

  it('names what is worth a look, with its rule and figures, and takes it away as a file', async () => {
    const { body } = await auditor.send<UnusualView>('GET', '/accesses/unusual');
    expect(body).toMatchObject({ plays: 6, people: 2, notCompared: 2 });
    expect(body.findings).toMatchObject([
      { rule: 'same_recording', person: { personId: supervisor.account.personId }, plays: 5, of: 5 },
    ]);
    expect(await file('/accesses/unusual/export.csv?exportLanguage=en')).toContain('"same_recording"');
    expect(await file('/accesses/grants/export.csv?exportLanguage=zh')).toContain('"授权"');
    // The names, six plays and the package that was taken.
    expect((await file('/accesses/export.csv')).trim().split('\r\n').length).toBe(8);
    expect((await auditor.send('GET', '/accesses/unusual?from=2025-01-01&to=2026-01-01')).status).toBe(400);
  });
});
