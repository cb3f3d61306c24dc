import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CreatedToken } from '#contracts';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { UploadDesk, WAV } from '../../../../test/support/upload-desk.js';
import { describeApi } from './describe-api.js';

const MODULES = join(process.cwd(), 'node_modules');

/** The programme that the how-to shows, in both languages. */
const [shown, shownZh] = ['use-the-api.md', 'use-the-api.zh.md'].map(
  (page) => /```ts\n([\s\S]+?)```/.exec(readFileSync(join('docs/how-to', page), 'utf8'))?.[1] ?? '',
);

/** What a customer's developer writes beside it. */
const PROGRAMME = `import { callsAfter, shouwen } from './client.js';

async function upload(metadata: object, audio: Blob) {
  const form = new FormData();
  form.append('metadata', JSON.stringify(metadata));
  form.append('audio', audio, 'call.wav');
  const { data, error } = await shouwen.POST('/api/v1/calls', { body: form as never });
  return error ? error.code : data.duplicate;
}

export async function main(metadata: object, audio: Blob) {
  const twice = [await upload(metadata, audio), await upload(metadata, audio)];
  const conflict = await upload(metadata, new Blob(['RIFF']));
  const { items } = await callsAfter();
  const found = await shouwen.GET('/api/v1/calls/{callId}', { params: { path: { callId: items[0]!.callId } } });
  const path = { callId: '00000000-0000-4000-8000-000000000000' };
  const { error } = await shouwen.GET('/api/v1/calls/{callId}', { params: { path } });
  return { twice, conflict, listed: items.length, found: found.data?.callId === items[0]!.callId, code: error?.code };
}

export function whatDoesNotCompile(): void {
  // @ts-expect-error a part of the address is missing
  void shouwen.GET('/api/v1/calls/{callId}');
  // @ts-expect-error no such part of the query
  void shouwen.GET('/api/v1/calls', { params: { query: { limmit: 1 } } });
  // @ts-expect-error no such route
  void shouwen.GET('/api/v1/cals');
}
`;
const CONFIG = {
  compilerOptions: { strict: true, module: 'NodeNext', target: 'ES2023', outDir: 'out', types: ['node'] },
  files: ['programme.ts'],
};

let desk: UploadDesk;
let folder: string;

beforeAll(async () => {
  desk = await UploadDesk.open();
  folder = mkdtempSync(join(tmpdir(), 'shouwen-client-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await desk?.api.stop();
});

async function makeToken(): Promise<string> {
  const of = { role: 'quality_manager', teamId: null } as const;
  const { username } = await buildAccount(desk.api.source, desk.organisation, of);
  const answer = await fetch(`${desk.api.baseUrl}/api/v1/account/tokens`, {
    method: 'POST',
    headers: { cookie: await desk.api.signInProved(username), 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'client', scopes: ['calls.ingest', 'calls.read'], days: 1 }),
  });
  return ((await answer.json()) as CreatedToken).token;
}

it('is made from the description as the how-to says, compiles and asks a real API', async () => {
  expect(shown).not.toBe('');
  expect(shownZh).toBe(shown);
  const files = {
    'openapi.json': JSON.stringify(describeApi()),
    'client.ts': shown,
    'programme.ts': PROGRAMME,
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify(CONFIG),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text ?? '');
  symlinkSync(MODULES, join(folder, 'node_modules'));
  const run = (command: string, ...args: string[]) =>
    execFileSync(process.execPath, [join(MODULES, command), ...args], { cwd: folder });
  const types = ['--default-non-nullable=false', '-o', 'shouwen.d.ts'];
  run('openapi-typescript/bin/cli.js', 'openapi.json', ...types);
  run('typescript-native/bin/tsc', '-p', 'tsconfig.json');

  Object.assign(process.env, { API_URL: desk.api.baseUrl, API_TOKEN: await makeToken() });
  const made = (await import(pathToFileURL(join(folder, 'out/programme.js')).href)) as {
    main: (metadata: object, audio: Blob) => Promise<object>;
  };
  expect(await made.main(desk.metadata(), new Blob([new Uint8Array(WAV)]))).toEqual({
    twice: [false, true],
    conflict: 'recording_conflict',
    listed: 1,
    found: true,
    code: 'not_found',
  });
});
