import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CreatedToken } from '#contracts';
import { buildAccount } from '../../test/factories/accounts.js';
import { WAV, UploadDesk } from '../../test/support/upload-desk.js';
import { writeClientPackage } from './write-package.js';

/** What a customer's developer writes, with nothing but the package. */
const PROGRAMME = `import { readFileSync } from 'node:fs';
import { refusedWith, Shouwen, ShouwenRefusal, ShouwenUnreachable, type UploadMetadata } from '@shouwen/client';

const [baseUrl = '', token = '', given = ''] = process.argv.slice(2);
const shouwen = new Shouwen({ baseUrl, token });
const audio = new Blob([readFileSync('call.wav')]);
const metadata = JSON.parse(given) as UploadMetadata;
const told: Record<string, unknown> = {};

const first = await shouwen.upload.upload({ metadata, audio });
const again = await shouwen.upload.upload({ metadata, audio });
told.twice = [first.callId === again.callId, first.duplicate, again.duplicate];
await shouwen.upload.upload({ metadata: { ...metadata, externalId: 'second' }, audio });

const page = await shouwen.calls.list({ query: { limit: 1 } });
told.page = [page.items.length, page.nextCursor !== null];
const seen: string[] = [];
for await (const row of shouwen.calls.listEach({ query: { limit: 1 } })) seen.push(row.callId);
told.each = seen.length;
told.detail = (await shouwen.calls.detail({ callId: first.callId })).callId === first.callId;

const nowhere = await shouwen.calls.detail({ callId: '00000000-0000-4000-8000-000000000000' }).catch((error: unknown) => error);
told.nowhere = [refusedWith(nowhere, 'callsDetail', 'not_found'), refusedWith(nowhere, 'callsList', 'forbidden')];
const other = await shouwen.upload.upload({ metadata, audio: new Blob(['RIFF']) }).catch((error: unknown) => error);
told.conflict = other instanceof ShouwenRefusal ? [other.status, other.code, typeof other.body.detail.zh] : String(other);
const session = await shouwen.tokens.own().catch((error: unknown) => error);
told.session = session instanceof ShouwenRefusal ? session.code : String(session);
const away = new Shouwen({ baseUrl: 'http://127.0.0.1:9', retries: 0 });
told.away = (await away.health.live().catch((error: unknown) => error)) instanceof ShouwenUnreachable;
console.log(JSON.stringify(told));

export function whatDoesNotCompile(): void {
  // @ts-expect-error a part of the address is missing
  void shouwen.calls.detail({});
  // @ts-expect-error no such part of the query
  void shouwen.calls.list({ query: { limmit: 1 } });
  // @ts-expect-error a code with which this route never refuses
  refusedWith(nowhere, 'callsDetail', 'recording_conflict');
  // @ts-expect-error an upload without the recording
  void shouwen.upload.upload({ metadata });
}
`;
const OPTIONS = {
  compilerOptions: { strict: true, module: 'NodeNext', target: 'ES2023', outDir: 'out', types: ['node'] },
};

let desk: UploadDesk;
let folder: string;
let token: string;

beforeAll(async () => {
  desk = await UploadDesk.open();
  folder = mkdtempSync(join(tmpdir(), 'shouwen-client-'));
  const { username } = await buildAccount(desk.api.source, desk.organisation, {
    role: 'quality_manager',
    teamId: null,
  });
  const cookie = await desk.api.signInProved(username);
  const answer = await fetch(`${desk.api.baseUrl}/api/v1/account/tokens`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'client', scopes: ['calls.ingest', 'calls.read'], days: 1 }),
  });
  ({ token } = (await answer.json()) as CreatedToken);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await desk?.api.stop();
});

it('is packed, installed in an empty folder and asks a real API from plain TypeScript', async () => {
  const [made, app] = [join(folder, 'client'), join(folder, 'app')];
  writeClientPackage(process.cwd(), made);
  mkdirSync(app);
  const run = (command: string, args: string[], cwd = app) => execFileSync(command, args, { cwd, encoding: 'utf8' });
  run('npm', ['pack', '--silent'], made);
  const [tarball = ''] = readdirSync(made).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(app, 'package.json'), '{ "name": "app", "private": true, "type": "module" }');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--silent', join(made, tarball)]);
  expect(readdirSync(join(app, 'node_modules/@shouwen/client')).sort()).toEqual([
    ...['LICENSE', 'README.md', 'lib', 'package.json', 'src'],
  ]);

  writeFileSync(join(app, 'programme.ts'), PROGRAMME);
  writeFileSync(join(app, 'call.wav'), WAV);
  const types = join(process.cwd(), 'node_modules/@types');
  const { compilerOptions } = OPTIONS;
  const config = { compilerOptions: { ...compilerOptions, typeRoots: [types] }, files: ['programme.ts'] };
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify(config));
  run(process.execPath, [join(process.cwd(), 'node_modules/typescript-native/bin/tsc'), '-p', 'tsconfig.json']);

  // The API answers in this process: the programme must not hold it up.
  const { execFile } = await import('node:child_process');
  const said = await new Promise<string>((done, failed) => {
    const args = ['out/programme.js', desk.api.baseUrl, token, JSON.stringify(desk.metadata())];
    execFile(process.execPath, args, { cwd: app }, (error, out) => (error ? failed(error) : done(out)));
  });
  expect(JSON.parse(said)).toEqual({
    twice: [true, false, true],
    page: [1, true],
    each: 2,
    detail: true,
    nowhere: [true, false],
    conflict: [409, 'recording_conflict', 'string'],
    session: 'session_needed',
    away: true,
  });
});
