import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, type ProviderAddress } from '#contracts';
import { buildAccount, type TestAccount } from '../factories/accounts.js';
import { startTestApi, type TestApi } from '../factories/api.js';
import { buildOrganisation, type Organisation } from '../factories/organisation.js';
import { testServer } from './postgres.js';
import { ProviderBrowser } from './provider-browser.js';
import { CLIENT_ID, CLIENT_SECRET, TestProvider } from './test-provider.js';

/** An API whose people sign in through a provider, and how they do. */
export class ProviderDesk {
  private constructor(
    readonly api: TestApi,
    public provider: TestProvider,
    readonly organisation: Organisation,
    readonly publicUrl: string,
    private readonly proxy: ReturnType<typeof createServer>,
  ) {}

  /** The provider has to know the product's address before the product is there: a door that passes on what comes to it. */
  static async open(): Promise<ProviderDesk> {
    let baseUrl = '';
    const proxy = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const headers = { 'content-type': request.headers['content-type'] ?? '' };
        const sent = { method: request.method ?? 'GET', headers, body: Buffer.concat(chunks) };
        void fetch(`${baseUrl}${request.url}`, sent).then((answer) => response.writeHead(answer.status).end());
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const publicUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const provider = await TestProvider.start(publicUrl);
    const secretFile = join(testServer().folder, `oidc-secret-${process.pid}`);
    await writeFile(secretFile, CLIENT_SECRET);
    const api = await startTestApi({
      ...{ SHOUWEN_OIDC_ISSUER: provider.issuer, SHOUWEN_OIDC_CLIENT_ID: CLIENT_ID },
      ...{ SHOUWEN_OIDC_CLIENT_SECRET_FILE: secretFile, SHOUWEN_OIDC_GROUPS_CLAIM: 'groups' },
      SHOUWEN_PUBLIC_URL: publicUrl,
    });
    ({ baseUrl } = api);
    return new ProviderDesk(api, provider, await buildOrganisation(api.source), publicUrl, proxy);
  }

  async stop(): Promise<void> {
    await this.provider.stop();
    this.proxy.close();
    await this.api.stop();
  }

  send(method: string, path: string, cookie = '', body?: unknown): Promise<Response> {
    return fetch(`${this.api.baseUrl}/api/v1${path}`, {
      method,
      headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  newAccount(role: TestAccount['role'] = 'supervisor'): Promise<TestAccount> {
    const teamId = role === 'administrator' ? null : this.organisation.teamA;
    return buildAccount(this.api.source, this.organisation, { role, teamId });
  }

  async eventsOf(event: string): Promise<Record<string, unknown>[]> {
    const rows: { details: Record<string, unknown> }[] = await this.api.source.query(
      'select details from journal_entry join journal_detail on entry_id = id where event = $1 order by id',
      [event],
    );
    return rows.map(({ details }) => details);
  }

  /** Goes to the provider as the route says, and back with what it answered. */
  async through(path: string, cookie: string, login: string, browser = new ProviderBrowser()): Promise<Response> {
    const begun = await this.send('POST', path, cookie);
    if (begun.status !== 200) return begun;
    const { address } = (await begun.json()) as ProviderAddress;
    const answer = await browser.answerAt(address, login, this.publicUrl);
    const cookies = [cookie, cookiesOf(begun)].filter(Boolean).join('; ');
    return this.send('POST', '/auth/provider/finish', cookies, { answer });
  }

  signIn(login: string, browser?: ProviderBrowser): Promise<Response> {
    return this.through('/auth/provider', '', login, browser);
  }

  /** An account that a person at the provider of the same name belongs to. */
  async linked(role?: TestAccount['role']): Promise<TestAccount> {
    const account = await this.newAccount(role);
    const cookie = await this.api.signInProved(account.username);
    const done = await this.through('/account/provider', cookie, account.username);
    const { purpose } = (await done.json()) as { purpose?: string };
    if (purpose !== 'link') throw new Error(`${account.username} was not connected`);
    return account;
  }

  elevenMinutesPass(): Promise<unknown> {
    return this.api.source.query(`update provider_token set asked_at = asked_at - interval '11 minutes'`);
  }
}

export const problem = async (answer: Response): Promise<string> => ((await answer.json()) as Problem).code;

export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');
