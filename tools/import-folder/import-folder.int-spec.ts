import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNamesBy, type CreatedToken } from '#contracts';
import { Person } from '#people';
import { buildAccount } from '../../test/factories/accounts.js';
import { synthWav } from '../../test/fixtures/wav.js';
import { UploadDesk } from '../../test/support/upload-desk.js';
import { Transport } from '../sending/transport.js';
import { fromProfile } from './from-profile.js';
import { ProgressFile } from './progress-file.js';
import { readArguments } from './read-arguments.rules.js';
import { readFolder } from './read-folder.js';
import { exitCode, summary, writeReport } from './report.rules.js';
import { sendFolder, type Row } from './send-folder.js';

/** Recordings as real recorders write them; beside the checkout, where there are any. */
const REAL = ['call-en-stereo-8k-ulaw.wav', 'zh-8k-ibm.wav'].map((name) =>
  join(process.cwd(), '../shared/audio', name),
);

let desk: UploadDesk;
let token: string;
let staffNumber: string;
let folder: string;

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { source } = desk.api;
  ({ staffNumber } = await source.manager.findOneByOrFail(Person, { id: desk.organisation.first }));
  const { username } = await buildAccount(source, desk.organisation, { role: 'administrator', teamId: null });
  const answer = await fetch(`${desk.api.baseUrl}/api/v1/account/tokens`, {
    method: 'POST',
    headers: { cookie: await desk.api.signInProved(username), 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'importer', scopes: ['calls.ingest'], days: 1 }),
  });
  ({ token } = (await answer.json()) as CreatedToken);
});
afterAll(() => desk?.api.stop());
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'shouwen-import-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, bytes: Buffer | string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), bytes);
};
const sound = (seconds: number) => synthWav({ seconds });

async function run(more: string[] = [], on: { token?: string; fetch?: typeof fetch } = {}) {
  const { baseUrl } = desk.api;
  const said = [
    '--source',
    'pbx-import',
    '--direction',
    'inbound',
    '--consent',
    'announced',
    '--staff-number',
    staffNumber,
  ];
  const evidence = ['--consent-evidence', 'announcement', '--language', 'zh', '--region', 'CN'];
  const asked = new Transport({ baseUrl, token, retries: 0 });
  const given = await fromProfile(
    readArguments([folder, '--url', baseUrl, ...said, ...evidence, ...more]),
    asked,
    'UTC',
  );
  const read = await readFolder(folder, readNamesBy(given.names));
  const to = { url: baseUrl, source: given.form.source };
  const progress = await ProgressFile.open(join(folder, '.shouwen-import.ndjson'), to, !given.dryRun);
  const transport = new Transport({
    baseUrl,
    token: on.token ?? token,
    retries: 0,
    ...(on.fetch && { fetch: on.fetch }),
  });
  const rows = await sendFolder(read, { transport, progress, given, language: 'en', onRow: () => undefined });
  await progress.close();
  const of = (path: string): Row | undefined => rows.find((row) => row.path === path);
  return { rows, of, code: exitCode(rows, read.faults), report: writeReport(rows, read.faults), read };
}

it('sends a folder once, however often it runs, and says of every file what became of it', async () => {
  put('20260312-140211.wav', sound(1));
  put('sub/b.wav', sound(1.1));
  put('manifest.csv', `file,externalId,startedAt\nsub/b.wav,B-1,2026-03-12T14:02:00+08:00\n`);
  put('broken.wav', 'this is no sound');
  put('no-such-agent.wav', sound(1.2));
  put('no-such-agent.meta.json', '{"staffNumber": "0000-nowhere"}');
  put('index.log', 'x');
  const dry = await run(['--dry-run']);
  expect(dry.rows.filter(({ result }) => result === 'would_send')).toHaveLength(3);
  expect(dry.of('broken.wav')).toMatchObject({ result: 'would_refuse', code: 'recording_unsupported' });
  expect(dry.code).toBe(1);
  expect(existsSync(join(folder, '.shouwen-import.ndjson'))).toBe(false);

  const first = await run(['--at-once', '2']);
  expect(first.of('20260312-140211.wav')).toMatchObject({ result: 'sent', code: '' });
  expect(first.of('sub/b.wav')).toMatchObject({ result: 'sent', externalId: 'B-1', saidBy: 'manifest line 2' });
  expect(first.of('broken.wav')).toMatchObject({ result: 'refused', code: 'recording_unsupported' });
  // The same words, with a reference behind them.
  expect(first.of('broken.wav')?.why.startsWith(dry.of('broken.wav')?.why ?? '-')).toBe(true);
  expect(first.of('no-such-agent.wav')).toMatchObject({ result: 'refused', code: 'unknown_staff_number' });
  expect(first.of('index.log')).toMatchObject({ result: 'skipped' });
  expect(first.code).toBe(1);
  expect(first.report).toContain(`"sub/b.wav","sent","","","B-1","${first.of('sub/b.wav')?.callId}"`);
  expect(summary(first.rows, [])).toMatch(/2 {2}sent[\s\S]*1 {2}skipped[\s\S]*2 {2}refused by the server/);
  const [call] = await desk.api.source.query(`select started_at from call where external_id = $1`, [
    first.of('20260312-140211.wav')?.externalId,
  ]);
  expect(call.started_at.toISOString()).toBe('2026-03-12T06:02:11.000Z');

  const again = await run();
  expect(again.rows.filter(({ result }) => result === 'sent')).toEqual([]);
  expect(again.of('sub/b.wav')).toMatchObject({ result: 'already_there', callId: first.of('sub/b.wav')?.callId });

  // Without its progress the server knows them by their ids; a file that was moved is known by its bytes.
  rmSync(join(folder, '.shouwen-import.ndjson'));
  const forgotten = await run();
  expect(forgotten.of('20260312-140211.wav')).toMatchObject({ result: 'already_there' });
  renameSync(join(folder, '20260312-140211.wav'), join(folder, 'sub/20260312-140211.wav'));
  const moved = await run();
  expect(moved.of('sub/20260312-140211.wav')).toMatchObject({
    result: 'already_there',
    callId: first.of('20260312-140211.wav')?.callId,
  });
  const [{ n }] = await desk.api.source.query(`select count(*)::int n from call where source = 'pbx-import'`);
  expect(n).toBe(2);
});

it('goes on where it was killed, and stops where the server is away or the token is refused', async () => {
  for (const name of ['1', '2', '3', '4', '5', '6', '7']) put(`${name}.wav`, sound(1 + Number(name) / 100));
  let asked = 0;
  const goesAway: typeof fetch = (...args) => (++asked > 2 ? Promise.reject(new Error('reset')) : fetch(...args));
  const first = await run(['--at-once', '1'], { fetch: goesAway });
  expect(first.rows.map(({ result }) => result)).toEqual([
    ...['sent', 'sent', 'failed', 'failed', 'failed', 'not_reached', 'not_reached'],
  ]);
  expect(first.code).toBe(3);
  // Killed in the middle of a line.
  const file = join(folder, '.shouwen-import.ndjson');
  writeFileSync(file, `${readFileSync(file, 'utf8')}{"to":"http`);
  const second = await run();
  expect(second.rows.map(({ result }) => result).sort()).toEqual([
    ...['already_there', 'already_there', 'sent', 'sent', 'sent', 'sent', 'sent'],
  ]);
  expect((await run()).rows.every(({ result }) => result === 'already_there')).toBe(true);

  put('8.wav', sound(2));
  const stranger = await run([], { token: `sw_${'0'.repeat(39)}` });
  expect(stranger.of('8.wav')).toMatchObject({ result: 'refused', code: 'token_unknown' });
});

it('takes files as real recorders write them, one channel or two', async () => {
  if (!REAL.every((file) => existsSync(file)))
    return console.warn('../shared/audio is not there: no real recording was sent.');
  const [stereo = '', mono = ''] = REAL;
  copyFileSync(stereo, join(folder, 'in-13800002046-20261124-093000-1732412345.12.wav'));
  copyFileSync(mono, join(folder, 'out-13800002047-20261124-103000-1732412346.13.wav'));
  const { rows } = await run([
    '--name',
    '{direction}-{customerNumber}-{*}-{*}-{externalId}',
    '--agent-channel',
    'left',
  ]);
  expect(rows.map(({ result, externalId }) => [result, externalId]).sort()).toEqual([
    ['sent', '1732412345.12'],
    ['sent', '1732412346.13'],
  ]);
  const calls = await desk.api.source.query(
    `select direction from call where external_id like '17324123%' order by external_id`,
  );
  expect(calls).toEqual([{ direction: 'inbound' }, { direction: 'outbound' }]);
});
