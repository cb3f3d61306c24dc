/*
 * The company's identity provider (OpenID Connect; decision 93), spoken to with `openid-client`.
 *   address   the browser goes there: code flow, PKCE (S256), state and nonce, all made from the secret in its cookie
 *   exchange  the code it brings back for an ID token whose signature, issuer, audience, times and nonce are checked
 *   askAgain  whether it still lets a person in, by the refresh token that came with the ID token
 *   loggedOut what a back-channel logout token says, checked in the same way
 */
import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import * as oidc from 'openid-client';
import { Clock, ENV, type Env, type ProviderSettings } from '#platform';
import { peopleRefusals } from '../refusals.js';
import { groupsIn, provedTwice, SKEW_SECONDS, troubleOf, type LibraryError } from './provider-claims.rules.js';
import { type Marks } from './provider-attempts.service.js';

/** What the provider publishes about its addresses changes rarely; its keys are fetched again when a new one signs. */
const KNOWN_FOR_MS = 60 * 60 * 1000;
const ANSWERS_WITHIN_SECONDS = 10;
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Whom the provider vouches for. */
export interface Named {
  issuer: string;
  subject: string;
  /** Its own session, which a logout names. */
  sid: string | null;
  /** Seconds since 1970 at which the person signed in there; what it sent, unread. */
  authTime: unknown;
  /** null where it says nothing of groups. */
  groups: string[] | null;
  /** Did it say that it asked for a second factor (`amr`, `acr`)? */
  secondFactor: boolean;
  /** By which it can be asked again about this sign-in; null where it sends none. */
  refreshToken: string | null;
}

/** What the provider says of a sign-in later on. */
export type AskedAgain = { stillIn: false } | { stillIn: true; refreshToken: string; groups: string[] | null };

interface Known {
  config: oidc.Configuration;
  keys: ReturnType<typeof createRemoteJWKSet>;
  until: number;
}

@Injectable()
export class IdentityProvider {
  private found: Known | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `provider_off` */
  get settings(): ProviderSettings {
    if (!this.env.provider) throw peopleRefusals.provider_off();
    return this.env.provider;
  }

  get isOn(): boolean {
    return this.env.provider !== undefined;
  }

  /** Is it the provider that the product is set up with now? */
  isOf({ issuer }: { issuer: string }): boolean {
    return issuer.replace(/\/$/, '') === this.settings.issuer.replace(/\/$/, '');
  }

  /** Where the provider sends browsers back to: a page of the web client. */
  get callbackAddress(): string {
    return `${this.env.publicUrl.replace(/\/+$/, '')}/sign-in/callback`;
  }

  get logoutAddress(): string {
    return `${this.env.publicUrl.replace(/\/+$/, '')}/api/v1/auth/provider/back-channel-logout`;
  }

  /** Asks the provider for its addresses, unless that is known. @throws DomainError `provider_*` */
  async reach(): Promise<void> {
    await this.find();
  }

  /** @param again the person is to sign in there now, even if they did before. @throws DomainError `provider_*` */
  async address({ state, nonce, verifier }: Marks, again: boolean): Promise<string> {
    const { config } = await this.find();
    const address = oidc.buildAuthorizationUrl(config, {
      ...{ redirect_uri: this.callbackAddress, scope: this.settings.scopes, state, nonce },
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(again && { prompt: 'login', max_age: '0' }),
    });
    return address.href;
  }

  /**
   * Where a person signs out at the provider (OpenID Connect RP-Initiated Logout 1.0), by this client's id alone: no ID token is kept, so that the
   * provider asks first. @returns null where it has no such address, it is not offered, or the provider is away
   */
  async signOutAddress(): Promise<string | null> {
    if (!this.env.provider?.offersSignOut) return null;
    const known = await this.find().catch(() => null);
    if (known?.config.serverMetadata().end_session_endpoint === undefined) return null;
    return oidc.buildEndSessionUrl(known.config).href;
  }

  /** @param answer what stood behind the `?` of the callback. @throws DomainError `provider_*` */
  async exchange(answer: string, { state, nonce, verifier }: Marks, again: boolean): Promise<Named> {
    const { config } = await this.find();
    const address = new URL(this.callbackAddress);
    address.search = answer;
    return this.asking(async () => {
      const tokens = await oidc.authorizationCodeGrant(config, address, {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
        // Asks for `auth_time`; how long ago that may be, `signedInAfter` says.
        ...(again && { maxAge: 24 * 60 * 60 }),
      });
      const claims = tokens.claims();
      if (!claims) throw peopleRefusals.provider_refused();
      const { iss: issuer, sub: subject, sid, auth_time: authTime } = claims;
      const groups = await this.groupsOf(config, tokens.access_token, claims);
      const secondFactor = provedTwice(claims, this.settings.secondFactorAcr);
      return {
        ...{ issuer, subject, sid: typeof sid === 'string' ? sid : null, authTime },
        ...{ groups, secondFactor, refreshToken: tokens.refresh_token ?? null },
      };
    });
  }

  /** @param subject whom the sign-in was of: an answer about another person ends it too. @throws DomainError `provider_*`: not known now */
  async askAgain(refreshToken: string, subject: string): Promise<AskedAgain> {
    const { config } = await this.find();
    return this.asking(async () => {
      try {
        const tokens = await oidc.refreshTokenGrant(config, refreshToken);
        const claims = tokens.claims();
        if (claims && claims.sub !== subject) return { stillIn: false };
        // The refresh token of before may be spent: the new one must be kept, whatever else goes wrong.
        const groups = claims ? await this.groupsOf(config, tokens.access_token, claims).catch(unknownGroups) : null;
        return { stillIn: true, refreshToken: tokens.refresh_token ?? refreshToken, groups };
      } catch (error) {
        if ((error as LibraryError).error === 'invalid_grant') return { stillIn: false };
        throw error;
      }
    });
  }

  /** Tells the provider that a refresh token is used no longer (RFC 7009), where it takes that. @throws DomainError `provider_*` */
  async giveBack(refreshToken: string): Promise<void> {
    const { config } = await this.find();
    if (config.serverMetadata().revocation_endpoint === undefined) return;
    await this.asking(() => oidc.tokenRevocation(config, refreshToken, { token_type_hint: 'refresh_token' }));
  }

  /** @throws DomainError `logout_token_refused`, `provider_*` */
  async loggedOut(token: string): Promise<{ issuer: string; subject: string | null; sid: string | null }> {
    const { config, keys } = await this.find();
    const { issuer } = config.serverMetadata();
    const terms = { issuer, audience: this.settings.clientId, maxTokenAge: '10 minutes', clockTolerance: SKEW_SECONDS };
    const { payload } = await jwtVerify(token, keys, { ...terms, currentDate: this.clock.now() }).catch(
      (error: LibraryError) => {
        throw error.code?.startsWith('ERR_J')
          ? peopleRefusals.logout_token_refused()
          : peopleRefusals.provider_unreachable();
      },
    );
    if (!isLogout(payload)) throw peopleRefusals.logout_token_refused();
    const { sub: subject = null, sid } = payload;
    return { issuer, subject, sid: typeof sid === 'string' ? sid : null };
  }

  /** From the ID token, or where it holds none, from what the provider tells of the person when asked. */
  private async groupsOf(
    config: oidc.Configuration,
    accessToken: string,
    claims: oidc.IDToken,
  ): Promise<string[] | null> {
    const { groupsClaim } = this.settings;
    if (groupsClaim === undefined) return null;
    const said = groupsIn(claims, groupsClaim);
    if (said !== null || config.serverMetadata().userinfo_endpoint === undefined) return said;
    return groupsIn(await oidc.fetchUserInfo(config, accessToken, claims.sub), groupsClaim);
  }

  private async find(): Promise<Known> {
    const { issuer, clientId, clientSecret } = this.settings;
    const now = this.clock.now().getTime();
    if (this.found && now < this.found.until) return this.found;
    const config = await this.asking(() =>
      oidc.discovery(
        new URL(issuer),
        clientId,
        { client_secret: clientSecret, [oidc.clockTolerance]: SKEW_SECONDS },
        clientSecret === undefined ? oidc.None() : undefined,
        {
          timeout: ANSWERS_WITHIN_SECONDS,
          // Only addresses of this machine may be http (`provider-settings.ts`).
          execute: [
            oidc.enableNonRepudiationChecks,
            ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
          ],
        },
      ),
    );
    config.timeout = ANSWERS_WITHIN_SECONDS;
    const keySet = config.serverMetadata().jwks_uri;
    if (keySet === undefined) throw peopleRefusals.provider_misconfigured();
    const keys = createRemoteJWKSet(new URL(keySet), { timeoutDuration: ANSWERS_WITHIN_SECONDS * 1000 });
    this.found = { config, keys, until: now + KNOWN_FOR_MS };
    return this.found;
  }

  private async asking<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (!isOfTheirs(error)) throw error;
      throw peopleRefusals[troubleOf(error)](error);
    }
  }
}

/** Our own refusals pass as they are. */
const isOfTheirs = (error: unknown): error is LibraryError => error instanceof Error && error.name !== 'DomainError';

/** Where the provider does not say what the groups are, that changes nothing. */
const unknownGroups = (error: unknown): null => {
  if (isOfTheirs(error)) return null;
  throw error;
};

/** A logout token is no ID token: it names the event, and never has a nonce. */
const isLogout = ({ events, nonce, sub, sid }: JWTPayload): boolean =>
  typeof events === 'object' &&
  events !== null &&
  LOGOUT_EVENT in events &&
  nonce === undefined &&
  (sub !== undefined || sid !== undefined);
