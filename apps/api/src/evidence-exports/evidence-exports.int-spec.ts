import { execFile, spawn } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { Leg } from '#calls';
import { type EventDetails, type EventName, type EvidenceExportList } from '#contracts';
import { ensureSigningKey, HeadsFile, JournalSealer, JournalService, loadSigningKey } from '#journal';
import { BuildExportService, ExportDownloads, ExportSweep, verifyPackage } from '#legal';
import { Clock, KEY_STORE, newId, WorkService, type FileKeyStore } from '#platform';
import { VaultService } from '#recordings';
import { MaskedSound, REDACTION_RULES_VERSION } from '#transcripts';
import { buildAccount, PASSWORD, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { synthWav } from '../../../../test/fixtures/wav.js';
import { unpack } from '../../../../test/support/unpack.js';

const OTHER_LEG = '018f0000-0000-7000-8000-00000000000f';
const OTHER_RECORDING = '018f0000-0000-7000-8000-00000000000d';
const CARD = { checklistId: 'small', version: 1, scorecardId: '018f0000-0000-7000-8000-00000000000e' };

/** What the journal says of one leg without naming it at its top: by its promises, its recordings, or among others. */
const byOtherNames = (legId: string, recordingId: string, commitmentId: string, personId: string) =>
  ({
    'commitment.found_again': { commitmentId, dueAt: null },
    'commitment.superseded': { commitmentId },
    'commitment.time_set': { commitmentId, dueAt: '2026-03-12T00:00:00.000Z', before: null },
    'commitment.answered': { commitmentId, answer: 'kept', by: 'person', evidenceCallId: null },
    'commitment.questioned': { commitmentId },
    'commitment.question_withdrawn': { commitmentId },
    'commitment.question_settled': { commitmentId, answer: 'uphold', askedByPersonId: personId },
    'commitment.candidate_found': { commitmentId, evidenceCallId: personId },
    'commitment.handed_over': { commitmentId, step: 'proposed', toPersonId: personId },
    'call.rescore_asked': { legIds: [legId] },
    'call.facts_changed': { legIds: [legId] },
    'call.rehear_asked': { runId: null, again: [{ job: 'transcribe-recording', subjectId: recordingId }] },
    'sides.swapped': { recordingIds: [recordingId], again: [] },
  }) satisfies { [N in EventName]?: EventDetails<N> };
const run = promisify(execFile);
const shell = (script: string, cwd: string) =>
  run('bash', ['-c', script], { cwd }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: error.stdout + error.stderr,
    }),
  );

let api: TestApi;
let dir: string;
let organisation: Organisation;
let requester: TestAccount;
let stranger: TestAccount;
let approvers: TestAccount[];
let call: BuiltCall;
let recordingId: string;
/** A promise in the leg of the recording, and one in the other leg of its call. */
const [promise, otherPromise] = [newId(), newId()];
let original: Buffer;
let authority: Server;
let publicKey: string;
/** What happens while a package is being made: it asks for its time when its files are written. */
let meanwhile = async (): Promise<unknown> => undefined;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'exports-'));
  const keyFile = join(dir, 'journal.pem');
  await ensureSigningKey(keyFile);
  publicKey = await readFile(`${keyFile}.pub`, 'utf8');
  authority = await startAuthority();
  const { port } = authority.address() as { port: number };
  api = await startTestApi({
    SHOUWEN_JOURNAL_KEY_FILE: keyFile,
    SHOUWEN_TSA_URL: `http://127.0.0.1:${port}/tsa`,
    SHOUWEN_EGRESS_HOSTS: `127.0.0.1:${port}`,
  });
  organisation = await buildOrganisation(api.source);
  const { teamA, teamB } = organisation;
  requester = await buildAccount(api.source, organisation, { role: 'legal_requester', teamId: teamB });
  stranger = await buildAccount(api.source, organisation, { role: 'legal_requester', teamId: teamB });
  approvers = [];
  for (let i = 0; i < 2; i++)
    approvers.push(await buildAccount(api.source, organisation, { role: 'legal_approver', teamId: teamB }));
  const agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: teamA });
  call = await buildCall(api.source, { personId: agent.personId, teamId: teamA }, { stage: 'scored' });
  original = synthWav({ tones: [440, 220], seconds: 3 });
  const sha256 = createHash('sha256').update(original).digest('hex');
  const vault = api.app.get(VaultService);
  ({ recordingId } = await buildRecording(api.source, vault, call, { sha256, durationMs: 3000 }));
  const [{ key_id: keyId }] = await api.source.query('select key_id from recording where id = $1', [recordingId]);
  const opus = await opusOf(original);
  const stored = new Map<string, string>();
  for (const [kind, mimeType, bytes] of [
    ['original', 'audio/wav', original],
    ['rendition', 'audio/ogg; codecs=opus', opus],
    ['masked-rendition', 'audio/ogg; codecs=opus', opus],
    ['masked-peaks', 'application/json', Buffer.from('{}')],
  ] as const) {
    const written = await vault.write({ recordingId, keyId, kind, mimeType, source: Readable.from([bytes]) });
    await api.source.transaction((tx) => vault.record(tx, written));
    stored.set(kind, written.row.id);
  }
  const transcriptId = await buildTranscript(api.source, vault, recordingId, [
    { speaker: 'agent', text: '您好，北风公司，请讲。①' },
    { speaker: 'customer', text: 'My number is 13800138000, 谢谢。' },
  ]);
  const { takenByPersonId: _, ...leg } = await api.source.manager.findOneByOrFail(Leg, { id: call.legId });
  await api.source.manager.insert(Leg, { ...leg, id: OTHER_LEG, position: 1 });
  for (const [turn, [id, legId]] of [[promise, call.legId] as const, [otherPromise, OTHER_LEG] as const].entries())
    await api.source.query(
      `insert into commitment (id, call_id, leg_id, transcript_id, kind, turn, from_char, to_char, from_ms, to_ms, owner_person_id, team_id,
         client_id, said_at, unclear, state, state_at, created_at)
       select $1, $2, $3, $4, 'call_back', $5, 0, 2, 0, 900, $6, team.id, team.client_id, now(), 'no_time', 'open', now(), now()
       from team where id = $7`,
      [id, call.callId, legId, transcriptId, turn, agent.personId, teamA],
    );
  await api.source.manager.insert(MaskedSound, {
    recordingId,
    transcriptId,
    rulesVersion: REDACTION_RULES_VERSION,
    renditionObjectId: stored.get('masked-rendition') ?? '',
    peaksObjectId: stored.get('masked-peaks') ?? '',
    spansMs: [[1000, 1900]],
    madeAt: new Date(),
  });
});
afterAll(async () => {
  await api.stop();
  authority.close();
  await rm(dir, { recursive: true });
});

async function opusOf(wav: Buffer): Promise<Buffer> {
  const ffmpeg = spawn('ffmpeg', [
    '-hide_banner',
    '-loglevel',
    'error',
    '-i',
    'pipe:0',
    '-c:a',
    'libopus',
    '-f',
    'ogg',
    'pipe:1',
  ]);
  ffmpeg.stdin.end(wav);
  return buffer(ffmpeg.stdout);
}

/** A time-stamping authority of our own: OpenSSL answers what is posted to it. */
async function startAuthority(): Promise<Server> {
  const tsa = join(dir, 'tsa');
  await mkdir(tsa);
  await writeFile(
    join(tsa, 'tsa.cnf'),
    `[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ncrypto_device=builtin\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\nordering=no\ntsa_name=no\ness_cert_id_alg=sha256\n`,
  );
  const made = await shell(
    `echo 01 > serial
     openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj /CN=ca -days 2 2>&1
     openssl req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj /CN=tsa 2>&1
     printf 'extendedKeyUsage=critical,timeStamping' > ext
     openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -out tsa.pem -days 2 -extfile ext 2>&1`,
    tsa,
  );
  if (made.code !== 0) throw new Error(made.said);
  const server = createServer((request, response) => {
    void buffer(request).then(async (question) => {
      await meanwhile();
      await writeFile(join(tsa, 'q.tsq'), question);
      await run(
        'openssl',
        'ts -reply -config tsa.cnf -queryfile q.tsq -signer tsa.pem -inkey tsa.key -out a.tsr'.split(' '),
        { cwd: tsa },
      );
      response.setHeader('content-type', 'application/timestamp-reply').end(await readFile(join(tsa, 'a.tsr')));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** A request that two people approved, in the database's own way: its triggers look at each step. */
async function approvedExport(
  rendition: 'masked' | 'original',
  playsAllowed = 3,
): Promise<{ requestId: string; grantId: string }> {
  const [requestId, grantId] = [newId(), newId()];
  const expires = new Date(Date.now() + 86_400_000);
  await api.source.query(
    `insert into legal_request (id, code, requested_by_person_id, purpose, confidential, reason, filter, action, rendition, plays_allowed,
       expires_at, state, state_at, recordings, approvals_needed, created_at)
     values ($1, $2, $3, 'evidence', false, 'court', '{}', 'evidence_export', $4, $5, $6, 'draft', now(), 1, 2, now())`,
    [requestId, `LR-${requestId.slice(-6)}`, requester.personId, rendition, playsAllowed, expires],
  );
  await api.source.query('insert into legal_request_recording values ($1, $2, $3, $4)', [
    requestId,
    recordingId,
    call.legId,
    call.callId,
  ]);
  await api.source.query(
    `update legal_request set state = 'submitted', submitted_at = now(), decide_by = now() where id = $1`,
    [requestId],
  );
  for (const { personId, accountId } of approvers)
    await api.source.query(`insert into legal_decision values ($1, $2, $3, 1, 'approve', $4, $5, now(), now())`, [
      newId(),
      requestId,
      requester.personId,
      personId,
      accountId,
    ]);
  await api.source.query(`update legal_request set state = 'approved' where id = $1`, [requestId]);
  await api.source.query(
    `insert into request_grant (id, code, request_id, person_id, action, rendition, plays_allowed, valid_from, expires_at)
     values ($1, $2, $3, $4, 'evidence_export', $5, $6, now() - interval '1 minute', $7)`,
    [grantId, `RG-${grantId.slice(-6)}`, requestId, requester.personId, rendition, playsAllowed, expires],
  );
  return { requestId, grantId };
}

/** As the worker does it. */
async function build(requestId: string): Promise<void> {
  const work = api.app.get(WorkService);
  await api.app.get(ExportSweep).openDue();
  const [row] = await api.source.query(
    `select id from work where subject_id = $1 and done_at is null order by created_at desc`,
    [requestId],
  );
  const lease = await work.claim(row.id);
  if (!lease) throw new Error('no work was opened for the export');
  await api.app.get(BuildExportService).build(requestId, { lease, signal: new AbortController().signal }, work);
}

async function session(account: TestAccount, proved = true): Promise<string> {
  const cookie = await api.signIn(account.username);
  const body = JSON.stringify({ password: PASSWORD });
  const headers = { cookie, 'content-type': 'application/json' };
  if (proved) await fetch(`${api.baseUrl}/api/v1/auth/step-up`, { method: 'POST', headers, body });
  return cookie;
}
const list = async (cookie: string) =>
  (await (await fetch(`${api.baseUrl}/api/v1/evidence-exports`, { headers: { cookie } })).json()) as EvidenceExportList;
const take = (exportId: string, cookie: string) =>
  fetch(`${api.baseUrl}/api/v1/evidence-exports/${exportId}/package`, { headers: { cookie } });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
const events = async (event: string) => {
  const rows: { details: Record<string, unknown> }[] = await api.source.query(
    'select details from journal_entry join journal_detail on entry_id = id where event = $1 order by id',
    [event],
  );
  return rows.map(({ details }) => details);
};

describe('a package of evidence', () => {
  let zip: string;
  let unpacked: string;
  let exportId: string;

  beforeAll(async () => {
    const signingKey = await loadSigningKey(join(dir, 'journal.pem'));
    await api.source.transaction(async (tx) => {
      const say = <N extends EventName>(event: N, details: EventDetails<N>) =>
        api.app.get(JournalService).append(tx, event, details, { callId: call.callId });
      const { personId } = requester;
      for (const [legId, ofLeg, commitmentId] of [
        [call.legId, recordingId, promise],
        [OTHER_LEG, OTHER_RECORDING, otherPromise],
      ] as const) {
        await say('checklist.scored', { ...CARD, legId });
        for (const [event, details] of Object.entries(byOtherNames(legId, ofLeg, commitmentId, personId)))
          await say(event as EventName, details as never);
      }
      const part = { fromMs: 0, durationMs: 1_000 };
      const parts = [
        { ...part, recordingId: newId(), legId: call.legId },
        { ...part, recordingId: OTHER_RECORDING, legId: OTHER_LEG },
      ];
      await say('recording.split', { recordingId, parts, replaced: [] });
      await say('leg.not_judged', { legId: OTHER_LEG });
    });
    await new JournalSealer(api.source, new Clock(), signingKey, new HeadsFile(join(dir, 'heads'))).sealOnce();
    const { requestId } = await approvedExport('original');
    await build(requestId);
    const cookie = await session(requester);
    const { exports, publicKey: shown } = await list(cookie);
    expect(shown).toBe(publicKey);
    const [mine] = exports;
    if (!mine) throw new Error('the requester sees no export');
    expect(mine).toMatchObject({ state: 'ready', recordings: 1, timestamped: true, mayDownload: true });
    ({ exportId } = mine);
    const response = await take(exportId, cookie);
    expect(response.status).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(mine.sha256);
    zip = join(dir, 'package.zip');
    await writeFile(zip, bytes);
    await writeFile(join(dir, 'shouwen.pub'), publicKey);
  });
  beforeEach(async () => {
    unpacked = await mkdtemp(join(dir, 'unpacked-'));
    await unpack(zip, unpacked);
  });
  const place = (file: string) => join(unpacked, 'recordings', call.callId, recordingId, file);
  const excerpt = async (event: string) => {
    const { entries } = JSON.parse(await readFile(join(unpacked, 'journal.json'), 'utf8')) as {
      entries: { event: string; salt: string | null; details: Record<string, unknown> | null }[];
    };
    return entries.filter((entry) => entry.event === event);
  };
  const faults = async (path = unpacked) =>
    (await verifyPackage(path, publicKey)).findings.map(({ fault, path: at }) => `${fault} ${at}`);

  it('verifies with the public key alone, and holds the original bytes, the words in both forms and the custody', async () => {
    const verdict = await verifyPackage(zip, publicKey);
    expect(verdict).toMatchObject({ ok: true, findings: [], timeStamp: 'about_this_manifest' });
    expect(await readFile(place('original.wav'))).toEqual(original);
    const words = await readFile(place('transcript.json'), 'utf8');
    expect(words).toContain('13800138000');
    const pdf = await readFile(place('transcript.pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(8_000);
    const custody = JSON.parse(await readFile(join(unpacked, 'custody.json'), 'utf8'));
    expect(custody.recordings[0]).toMatchObject({ recordingId, custody: 'sealed', cuts: [] });
    expect(verdict.manifest?.recordings[0]?.legId).toBe(call.legId);
    expect(verdict.manifest?.requestedBy.personId).toBe(requester.personId);
  });

  it('holds what the journal says of its leg, and nothing of another leg of the call', async () => {
    expect((await excerpt('checklist.scored')).map(({ details }) => details?.['legId'])).toEqual([call.legId]);
  });

  it.each(Object.keys(byOtherNames('', '', '', '')))(
    'holds %s of its leg alone, which the entry names otherwise',
    async (event) => {
      const told = byOtherNames(call.legId, recordingId, promise, requester.personId)[event as 'sides.swapped'];
      expect((await excerpt(event)).map(({ details }) => details)).toEqual([told]);
    },
  );

  it('says that its recording was split, and not when other agents spoke', async () => {
    expect(await excerpt('recording.split')).toEqual([
      expect.objectContaining({ salt: null, details: null, chainHash: expect.any(String) as string }),
    ]);
    const whole = await readFile(join(unpacked, 'journal.json'), 'utf8');
    for (const other of [OTHER_LEG, OTHER_RECORDING, otherPromise]) expect(whole).not.toContain(other);
  });

  it('says by which version of the consent rules each call was recorded, to programs and to people', async () => {
    const [{ sha256 }] = await api.source.query('select sha256 from consent_rule_set where version = 1');
    const decided = { ruleId: 'test', rulesVersion: 1, rulesSha256: sha256, state: 'announced', mayRecord: true };
    const { manifest } = await verifyPackage(zip, publicKey);
    expect(manifest?.recordings[0]?.consent).toEqual([{ ...decided, at: expect.stringMatching(/^20/) as string }]);
    expect(JSON.parse(await readFile(join(unpacked, 'custody.json'), 'utf8')).recordings[0].consent).toMatchObject([
      decided,
    ]);
    const readme = (language: string) => readFile(join(unpacked, `README.${language}.txt`), 'utf8');
    expect(await readme('en')).toContain(`may be recorded, by rule test of version 1 (SHA-256 ${sha256})`);
    expect(await readme('zh')).toContain(`可以录音，依据第 1 版同意规则的 test（SHA-256 ${sha256}）`);
  });

  it('bears its trace in the listening copy and nowhere else, and that copy plays to its end', async () => {
    const { stdout } = await run('ffprobe', [
      '-v',
      'error',
      '-show_entries',
      'stream_tags',
      '-of',
      'json',
      place('listening.ogg'),
    ]);
    const { tags } = JSON.parse(stdout).streams[0];
    expect(tags.SHOUWEN_EXPORT).toBe(exportId);
    const [{ staff_number: number }] = await api.source.query('select staff_number from person where id = $1', [
      requester.personId,
    ]);
    expect(tags.GIVEN_TO).toContain(number);
    const decoded = await run('ffmpeg', ['-v', 'warning', '-xerror', '-i', place('listening.ogg'), '-f', 'null', '-']);
    expect(decoded.stderr).toBe('');
  });

  it.each([
    ['changed', 'original.wav', async (path: string) => appendFile(path, 'x'), ['changed', 'original_not_as_sealed']],
    ['changed', 'transcript.pdf', async (path: string) => writeFile(path, 'other'), ['changed']],
    ['missing', 'listening.ogg', unlink, ['missing']],
    ['added', 'other.wav', async (path: string) => writeFile(path, 'more'), ['added']],
  ])('names the file that was %s: %s', async (_how, file, tamper, expected) => {
    await tamper(place(file));
    const path = `recordings/${call.callId}/${recordingId}/${file}`;
    expect(await faults()).toEqual(expected.map((fault) => `${fault} ${path}`));
  });

  it('counts for nothing when its manifest was changed, even to fit the files, or another key is asked for', async () => {
    const manifest = join(unpacked, 'manifest.json');
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"evidence"', '"quality"'));
    expect(await faults()).toEqual(['signature_invalid manifest.json']);
    const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect((await verifyPackage(zip, other)).ok).toBe(false);
    await unlink(manifest);
    expect(await faults()).toEqual(['manifest_missing manifest.json']);
  });

  it('is checked by the recipe of its own page, with OpenSSL and coreutils', async () => {
    const readme = await readFile(join(unpacked, 'README.en.txt'), 'utf8');
    expect(readme).toMatch(/the bytes as they were received, unless custody\.json lists a cut/);
    const [openssl = '', sums = '', find = ''] = readme
      .split('\n')
      .filter((line) => /^(openssl pkeyutl|grep|find)/.test(line));
    await writeFile(join(unpacked, 'shouwen.pub'), publicKey);
    const stamp = `openssl ts -verify -data manifest.json -in timestamp.tsr -CAfile ${dir}/tsa/ca.pem`;
    expect(await shell(openssl, unpacked)).toMatchObject({
      code: 0,
      said: expect.stringContaining('Verified Successfully'),
    });
    const good = await shell(sums, unpacked);
    expect(good.code).toBe(0);
    expect(good.said).toContain(`${recordingId}/original.wav: OK`);
    expect((await shell(find, unpacked)).said).toContain('./timestamp.tsr');
    expect((await shell(stamp, unpacked)).said).toContain('Verification: OK');
    await appendFile(place('transcript.json'), ' ');
    const changed = await shell(sums, unpacked);
    expect(changed.code).not.toBe(0);
    expect(changed.said).toContain('transcript.json: FAILED');
    await appendFile(join(unpacked, 'manifest.json'), ' ');
    expect((await shell(openssl, unpacked)).code).not.toBe(0);
  });

  it('is told in the journal: what was put in it, by the call, and each time that it left', async () => {
    const [built] = await events('evidence_export.built');
    expect(built).toMatchObject({ exportId, recordings: 1 });
    expect(await events('recording.exported')).toEqual([
      expect.objectContaining({ exportId, recordingId, rendition: 'original' }),
    ]);
    expect(await events('timestamp.asked')).toHaveLength(1);
    expect(await events('evidence_export.download_started')).toHaveLength(1);
    expect(await events('evidence_export.downloaded')).toEqual([expect.objectContaining({ exportId, complete: true })]);
  });

  it('is given to no one else, not without a fresh proof, and not more often than was approved', async () => {
    expect((await list(await session(stranger))).exports).toEqual([]);
    expect((await take(exportId, await session(stranger))).status).toBe(404);
    expect(await codeOf(await take(exportId, await session(requester, false)))).toBe('step_up_by_password');
    const cookie = await session(requester);
    for (let left = 2; left > 0; left--) await (await take(exportId, cookie)).arrayBuffer();
    expect(await codeOf(await take(exportId, cookie))).toBe('downloads_used_up');
    expect((await list(cookie)).exports[0]?.mayDownload).toBe(false);
  });

  it('stops leaving when its taker signs out, and when no one used the session for the idle time', async () => {
    const cookie = await session(requester);
    const [{ id: sessionId }] = await api.source.query(
      'select id from session where account_id = $1 and ended_at is null order by created_at desc limit 1',
      [requester.accountId],
    );
    const mayGoOn = () => api.app.get(ExportDownloads).isLive({ personId: requester.personId, sessionId }, exportId);
    expect(await mayGoOn()).toBe(true);
    const seen = (minutes: number) =>
      api.source.query('update session set last_seen_at = $2 where id = $1', [
        sessionId,
        new Date(Date.now() - minutes * 60_000),
      ]);
    await seen(31);
    expect(await mayGoOn()).toBe(false);
    await seen(29);
    expect(await mayGoOn()).toBe(true);
    await fetch(`${api.baseUrl}/api/v1/auth/logout`, { method: 'POST', headers: { cookie } });
    expect(await mayGoOn()).toBe(false);
  });
});

describe('a package for a masked request', () => {
  it('holds no original and no number, says what is left out, and is gone with its grant, key and all', async () => {
    // What may not be heard yet does not go out either.
    await api.source.manager.delete(MaskedSound, { recordingId });
    const { requestId, grantId } = await approvedExport('masked');
    await build(requestId);
    const cookie = await session(requester);
    const [mine] = (await list(cookie)).exports;
    const exportId = mine?.exportId ?? '';
    const zip = join(dir, 'masked.zip');
    await writeFile(zip, Buffer.from(await (await take(exportId, cookie)).arrayBuffer()));
    const { ok, manifest } = await verifyPackage(zip, publicKey);
    expect(ok).toBe(true);
    expect(manifest?.files.map(({ what }) => what)).not.toContain('original');
    expect(manifest?.recordings[0]?.omitted).toEqual([
      { what: 'original', why: 'not_approved' },
      { what: 'listening_copy', why: 'being_checked' },
    ]);
    const unpacked = join(dir, 'masked');
    await unpack(zip, unpacked);
    const files = (await readdir(unpacked, { recursive: true })).filter((name) => name.endsWith('transcript.json'));
    expect(files).toHaveLength(1);
    expect(await readFile(join(unpacked, files[0]!), 'utf8')).not.toContain('13800138000');

    const [{ key_id: keyId }] = await api.source.query('select key_id from evidence_export where id = $1', [exportId]);
    await api.source.query('update request_grant set revoked_at = now(), revoked_by_person_id = $2 where id = $1', [
      grantId,
      approvers[0]?.personId,
    ]);
    expect(await codeOf(await take(exportId, cookie))).toBe('export_not_ready');
    expect(await api.app.get(ExportSweep).sweep()).toBe(1);
    expect(await api.app.get(ExportSweep).sweep()).toBe(0);
    expect((await list(cookie)).exports[0]).toMatchObject({ state: 'gone', goneReason: 'revoked' });
    expect((await api.app.get<FileKeyStore>(KEY_STORE).find(keyId)).state).toBe('destroyed');
    expect(await events('evidence_export.destroyed')).toEqual([{ exportId, reason: 'revoked' }]);
  });
});

describe('a package that cannot be made', () => {
  it('is shown as failed, leaves nothing in the store, and can be asked for again', async () => {
    const { requestId } = await approvedExport('original');
    const stored = await api.source.query(
      `select id, wrapped_key from stored_object where recording_id = $1 and kind = 'original'`,
      [recordingId],
    );
    const [{ sha256 }] = await api.source.query('select sha256 from recording where id = $1', [recordingId]);
    expect(stored).toHaveLength(1);
    await api.source.query('update recording set sha256 = $2 where id = $1', [recordingId, '0'.repeat(64)]);
    await expect(build(requestId)).rejects.toThrow('does not match the sealed hash');
    const [{ id: exportId, key_id: keyId }] = await api.source.query(
      'select id, key_id from evidence_export where request_id = $1',
      [requestId],
    );
    expect((await api.app.get<FileKeyStore>(KEY_STORE).find(keyId)).state).toBe('destroyed');

    const work = api.app.get(WorkService);
    const [{ id: workId }] = await api.source.query('select id from work where subject_id = $1', [requestId]);
    await api.source.query("update work set lease_until = now() - interval '1 second' where id = $1", [workId]);
    const lease = await work.claim(workId);
    if (!lease) throw new Error('the work is held');
    await api.app.get(BuildExportService).giveUp(requestId, lease, 'object_damaged', work);
    const cookie = await session(requester);
    expect((await list(cookie)).exports[0]).toMatchObject({
      state: 'failed',
      failure: 'object_damaged',
      mayDownload: false,
    });

    await api.source.query('update recording set sha256 = $2 where id = $1', [recordingId, sha256]);
    const again = () =>
      fetch(`${api.baseUrl}/api/v1/evidence-exports/${exportId}/retry`, { method: 'POST', headers: { cookie } });
    expect((await again()).status).toBe(204);
    expect(await codeOf(await again())).toBe('export_did_not_fail');
    await work.open(api.source.manager, 'build-export', requestId);
    await build(requestId);
    expect((await list(cookie)).exports[0]).toMatchObject({ state: 'ready' });
  });
});

describe('a recording whose destruction starts', () => {
  it('while a package is made of it is in no package afterwards', async () => {
    const { requestId } = await approvedExport('masked');
    meanwhile = () =>
      api.source.query('update recording set destruction_started_at = now() where id = $1', [recordingId]);
    await expect(build(requestId)).rejects.toThrow('started while a package was made of it');
    meanwhile = async () => undefined;
    const keyOf = async () => {
      const [row] = await api.source.query('select state, key_id from evidence_export where request_id = $1', [
        requestId,
      ]);
      return { made: row.state, key: (await api.app.get<FileKeyStore>(KEY_STORE).find(row.key_id)).state };
    };
    expect(await keyOf()).toEqual({ made: 'building', key: 'destroyed' });

    await api.source.query(`update work set lease_until = now() - interval '1 second' where subject_id = $1`, [
      requestId,
    ]);
    await build(requestId);
    expect((await keyOf()).made).toBe('ready');
    const cookie = await session(requester);
    const zip = join(dir, 'gone.zip');
    const [mine] = (await list(cookie)).exports;
    await writeFile(zip, Buffer.from(await (await take(mine?.exportId ?? '', cookie)).arrayBuffer()));
    const { ok, manifest } = await verifyPackage(zip, publicKey);
    expect(ok).toBe(true);
    expect(manifest?.recordings[0]?.omitted.map(({ why }) => why)).toEqual(['gone', 'gone', 'gone']);
  });
});
