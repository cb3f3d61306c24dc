import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { type Permission } from '#contracts';

/**
 * Who may use a route: anybody, anybody signed in, or whoever holds the permission in some scope. `whilePending` also lets in a
 * session that still owes a step (second factor, recording notice): only for the routes of that step, `me` and signing out.
 */
export type AccessRule = { public: true } | { signedIn: true; whilePending?: true } | { permission: Permission };

export const ACCESS = 'shouwen:access';

/** Stands on every route; one without it stops the API from starting. Also written into the OpenAPI document as `x-access`. */
export const Access = (rule: AccessRule): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, rule), ApiExtension('x-access', rule));
