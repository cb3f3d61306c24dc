import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { scopeOf, SessionService } from '#people';
import { sessionToken } from '../auth/session-cookie.js';
import { ACCESS, type AccessRule } from './access.decorator.js';
import { forbidden, notSignedIn, stepPending } from './refusals.js';

/** Default deny: the one guard in front of every route. Which rows a permission reaches, each query decides by its scope. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, context.getHandler());
    if (!rule) throw forbidden();
    if ('public' in rule) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = sessionToken(request.headers.cookie);
    const asker = token === null ? null : await this.sessions.find(token);
    if (!asker) throw notSignedIn();
    if (asker.pending !== null && !('whilePending' in rule)) throw stepPending(asker.pending);
    if ('permission' in rule && scopeOf(rule.permission, asker.held, asker.personId).kind === 'none') throw forbidden();
    request.asker = asker;
    return true;
  }
}
