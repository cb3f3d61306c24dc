import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, decodeJwt, type JWTPayload } from 'jose';
import Provider from 'oidc-provider';

export const CLIENT_ID = 'shouwen';
export const CLIENT_SECRET = 'a-secret-of-tests-with-some-length';

/** What a person at the provider is. */
export interface ProviderUser {
  groups?: string[];
  /** Not let in any longer, without a word to anyone. */
  blocked?: true;
}

/**
 * An identity provider on loopback (npm's `oidc-provider`) that asks for a name and believes it. `tamper` rewrites what its ID tokens say and
 * signs them again: an answer of another attempt, a clock that goes wrong.
 */
export class TestProvider {
  readonly users = new Map<string, ProviderUser>();
  tamper: ((claims: JWTPayload) => JWTPayload) | null = null;
  /** Answers nothing but 503. */
  away = false;
  /** Answers 503 where it is asked of a person. */
  silent = false;
  /** How many were asked of it at the same time, at most. */
  mostAtOnce = 0;
  private asked = 0;
  /** How many tokens it was given back. */
  revoked = 0;
  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    private readonly sign: (claims: JWTPayload, typ: string) => Promise<string>,
  ) {}

  /** @param product where the product is reached: the provider sends browsers and logouts there */
  static async start(product: string): Promise<TestProvider> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' };
    const sign = (claims: JWTPayload, typ: string) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'test', typ }).sign(privateKey);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const own = new TestProvider(server, issuer, sign);
    const provider = new Provider(issuer, own.configuration(product, jwk));
    server.on('request', (request, response) => void own.handle(provider, request, response));
    return own;
  }

  /** A token that the provider would send to the product. */
  logoutToken(claims: JWTPayload): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const usual = {
      ...{ iss: this.issuer, aud: CLIENT_ID, iat: now, exp: now + 120, jti: String(Math.random()) },
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    };
    return this.sign({ ...usual, ...claims }, 'logout+jwt');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private configuration(product: string, jwk: object) {
    return {
      jwks: { keys: [jwk] },
      clients: [
        {
          ...{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [`${product}/sign-in/callback`] },
          grant_types: ['authorization_code', 'refresh_token'],
          backchannel_logout_uri: `${product}/api/v1/auth/provider/back-channel-logout`,
          backchannel_logout_session_required: true,
        },
      ],
      claims: { openid: ['sub', 'groups'] },
      // The library's own dispatcher refuses addresses of this machine.
      fetch: (address: string, { dispatcher: _, ...init }: RequestInit & { dispatcher?: unknown }) =>
        fetch(address, init),
      cookies: { keys: ['of tests'] },
      findAccount: (_: unknown, id: string) =>
        this.users.get(id)?.blocked
          ? undefined
          : { accountId: id, claims: async () => ({ sub: id, groups: this.users.get(id)?.groups }) },
      issueRefreshToken: async () => true,
      rotateRefreshToken: true,
      features: {
        revocation: { enabled: true },
        devInteractions: { enabled: false },
        backchannelLogout: { enabled: true },
        rpInitiatedLogout: { enabled: true },
      },
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      // The company's own client: people are not asked whether they consent.
      loadExistingGrant: async (ctx: GrantContext) => {
        const grant = new ctx.oidc.provider.Grant({
          clientId: CLIENT_ID,
          accountId: ctx.oidc.session.accountId,
        });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
    } as never;
  }

  private async handle(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.issuer);
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.asked);
    response.once('close', () => (this.asked -= 1));
    if (this.away) return void response.writeHead(503).end();
    if (this.silent && pathname === '/me') return void response.writeHead(503).end();
    if (pathname === '/token/revocation') this.revoked += 1;
    if (pathname.startsWith('/interaction/')) return this.interact(provider, request, response);
    if (pathname === '/token' && this.tamper) this.rewrite(response, this.tamper);
    return provider.callback()(request, response) as unknown as Promise<void>;
  }

  /** The provider's own sign-in page. */
  private async interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="en"><title>Test provider</title><form method="post"><label>Name <input name="login"></label><button>Go</button></form>`,
      );
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const accountId = new URLSearchParams(Buffer.concat(chunks).toString()).get('login') ?? '';
    const result =
      accountId === '' ? { error: 'access_denied', error_description: 'cancelled' } : { login: { accountId } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }

  private rewrite(response: ServerResponse, tamper: (claims: JWTPayload) => JWTPayload): void {
    const end = response.end.bind(response);
    response.end = ((body: string | Buffer) => {
      const answer = JSON.parse(String(body)) as { id_token?: string };
      if (answer.id_token === undefined) return end(body);
      void this.sign(tamper(decodeJwt(answer.id_token)), 'JWT').then((token) => {
        const changed = JSON.stringify({ ...answer, id_token: token });
        response.setHeader('content-length', Buffer.byteLength(changed));
        end(changed);
      });
      return response;
    }) as typeof response.end;
  }
}

interface GrantContext {
  oidc: {
    session: { accountId: string };
    provider: { Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> } };
  };
}
