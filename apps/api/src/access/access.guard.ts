import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ACCOUNT_HEADER } from '#contracts';
import { SessionService, TokenService, type Asker } from '#people';
import { actFor, Clock } from '#platform';
import { sessionToken } from '../auth/session-cookie.js';
import { routeOf } from '../routes/implement.js';
import { RateLimits } from './rate-limits.js';
import { refusalOf } from './refusals.js';
import { refusal } from './access.rules.js';
import { apiRefusals } from '../refusals.js';

/**
 * Default deny: the one guard in front of every route. What concerns the whole company takes a permission that reaches it all; of
 * everything else, each query decides by its scope which rows a permission reaches. A request with a token counts as that token: a cookie
 * beside it is not looked at, because origins are not checked where a token is sent.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionService,
    private readonly tokens: TokenService,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = routeOf(context.getHandler())?.access;
    if (!rule) throw apiRefusals.forbidden();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    if ('public' in rule) {
      await this.limits.take(request, reply, { rule, asker: null });
      return true;
    }
    const asker = await this.whoAsks(request, rule.whileIdle !== true).catch(async (refused: unknown) => {
      await this.limits.take(request, reply, { rule, asker: null });
      throw refused;
    });
    await this.limits.take(request, reply, { rule, asker });
    const refused = refusal({ rule, method: request.method, now: this.clock.now() }, asker);
    if (refused !== null) throw refusalOf(refused);
    request.asker = asker;
    // What concerns one's own account is done for no other person.
    if (asker.acting && 'permission' in rule) {
      const { absenceId, personId } = asker.acting;
      actFor({ absenceId, personId, deputyPersonId: asker.personId });
    }
    return true;
  }

  /** @param uses whether it is use of a session */
  private async whoAsks({ headers, ip }: FastifyRequest, uses: boolean): Promise<Asker> {
    const bearer = bearerToken(headers.authorization);
    if (bearer !== null) {
      const answer = await this.tokens.find(bearer, ip);
      if (answer.found) return answer.asker;
      throw answer.reason === 'address' ? apiRefusals.token_from_elsewhere() : apiRefusals.token_unknown();
    }
    const token = sessionToken(headers.cookie);
    const asker = token === null ? null : await this.sessions.find(token, { uses });
    if (!asker) throw apiRefusals.not_signed_in();
    const page = headers[ACCOUNT_HEADER];
    if (page !== undefined && page !== asker.accountId) throw apiRefusals.other_account();
    return asker;
  }
}

/** The token of an `Authorization: Bearer` header (RFC 6750 §2.1); null where another scheme or none is used. */
export function bearerToken(header: string | undefined): string | null {
  const [scheme, token = ''] = (header ?? '').trim().split(/\s+/, 2);
  return scheme?.toLowerCase() === 'bearer' ? token : null;
}
