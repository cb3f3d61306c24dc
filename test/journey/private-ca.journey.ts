import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../libs/platform/src/embedded-postgres/start-embedded-postgres.js';
import { Launcher } from '../support/launcher.js';

/** An identity provider behind a certificate that an authority of the company's own signed; all that is asked of it is what it offers. */
let server: Server;
let folder: string;
let issuer: string;
let asked = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shouwen-private-ca-'));
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Authority of the house');
  openssl('req', ...key, '-keyout', 'own.key', '-out', 'own.csr', '-subj', '/CN=localhost');
  await writeFile(at('names'), 'subjectAltName=DNS:localhost\n');
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '30', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'own.csr', ...signing, '-out', 'own.pem');
  server = createServer(
    { key: await readFile(at('own.key')), cert: await readFile(at('own.pem')) },
    (_request, response) => {
      asked += 1;
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
          ...{ jwks_uri: `${issuer}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'] },
          id_token_signing_alg_values_supported: ['RS256'],
        }),
      );
    },
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `https://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

/** What the product answers who wants to sign in through the provider, and the environment of its processes. */
async function signIn(settings: Record<string, string>) {
  const dataDir = join(folder, `data-${asked}-${Object.keys(settings).length}`);
  const provider = {
    ...{ SHOUWEN_OIDC_ISSUER: issuer, SHOUWEN_OIDC_CLIENT_ID: 'shouwen' },
    SHOUWEN_PUBLIC_URL: 'https://calls.example.com',
  };
  const launcher = await Launcher.start(dataDir, await freePort(), { ...provider, ...settings });
  try {
    const answer = await fetch(`${launcher.baseUrl}/api/v1/auth/provider`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const environment = async (name: 'api' | 'worker') =>
      (await readFile(`/proc/${await launcher.pidOf(name)}/environ`, 'utf8')).split('\0');
    return { text: await answer.text(), api: await environment('api'), worker: await environment('worker') };
  } finally {
    await launcher.kill('SIGTERM');
  }
}

it('reaches servers behind an authority that the operator names, from every process that npm start starts', async () => {
  const stranger = await signIn({});
  expect(stranger.text).toContain('provider_unreachable');
  expect(asked).toBe(0);

  const set = { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'), NODE_OPTIONS: '--no-deprecation', TZ: 'Asia/Shanghai' };
  const known = await signIn(set);
  expect(known.text).toContain(`${issuer}/authorize`);
  expect(asked).toBeGreaterThan(0);
  const wanted = Object.entries(set).map(([name, value]) => `${name}=${value}`);
  for (const environment of [known.api, known.worker])
    expect(environment.filter((one) => /^(NODE_EXTRA_CA_CERTS|NODE_OPTIONS|TZ)=/.test(one)).sort()).toEqual(
      wanted.sort(),
    );
});
