import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { type Permission } from '#contracts';

/**
 * Who may use a route: anybody, anybody signed in, or whoever holds the permission in some scope. `whilePending` also lets in a session
 * that still owes a step (second factor, recording notice): only for the routes of that step, `me` and signing out. `stepUp` takes a
 * session that proved within five minutes who sits there. A token may use what its scopes name and nothing else: a route for the signed-in
 * belongs to a person's session. `guess`: what is tried here counts as signing in.
 */
export type AccessRule =
  | { public: true; guess?: true }
  | { signedIn: true; whilePending?: true; stepUp?: true; guess?: true }
  | { permission: Permission; stepUp?: true };

export const ACCESS = 'shouwen:access';

/** Stands on every route; one without it stops the API from starting. Also written into the OpenAPI document as `x-access`. */
export const Access = (rule: AccessRule): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, rule), ApiExtension('x-access', rule));
