import { z } from 'zod';
import { type PendingStep, type Permission } from './roles.js';

/**
 * Who may use a route: anyone, anyone signed in, or those who hold the permission in some scope. `whilePending` also lets in a session that
 * still owes a step (second factor, recording notice): only for the routes of that step, `me` and signing out; with names, only
 * one that owes one of these steps. `stepUp` takes a session
 * that proved its user's identity within the last five minutes. `reach: 'company'` is set on what changes or shows something of the whole
 * company: a role for one team or one client is refused; every other route narrows its rows to the asker's reach in its query. A token may
 * use what its scopes name and nothing else: a route for the signed-in belongs to a person's session. `guess`: what is tried here counts as
 * signing in. `whileIdle`: a list without a word said in a call, and what ends a session; open also to a session that was left alone and only
 * looks on (docs/decisions/0109), and no use of one. `inPerson`: never by a deputy in another's place (docs/decisions/0100).
 */
export type AccessRule =
  | { readonly public: true; readonly guess?: true }
  | {
      readonly signedIn: true;
      readonly whilePending?: true | readonly PendingStep[];
      readonly whileIdle?: true;
      readonly stepUp?: true;
      readonly guess?: true;
    }
  | {
      readonly permission: Permission;
      readonly whileIdle?: true;
      readonly stepUp?: true;
      readonly reach?: 'company';
      readonly inPerson?: true;
    };

/** An answer that is no JSON: a file, a stream, text. */
export interface FileAnswer {
  readonly file: string;
  readonly description: string;
  /** Of the content, as JSON Schema has it. */
  readonly schema: object;
}

/** What a route is, beside its method and address. */
export interface RouteTerms {
  /** One line, and of no two routes the same. */
  readonly summary: string;
  readonly description?: string;
  readonly access: AccessRule;
  /** Parts of the address that are not ids: what an id looks like is known. */
  readonly params?: Readonly<Record<string, z.ZodType>>;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** In place of a body: the parts of a multipart/form-data request, as JSON Schema has them. The handler reads them as they come. */
  readonly form?: object;
  /** Headers that the request must have, each with what it says. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Without one, the route answers 204. */
  readonly answer?: z.ZodType | FileAnswer;
  /** Of the answer; 200 unless said otherwise. */
  readonly status?: 201 | 202 | 206;
  /** Other answers by status, with the same body; of a file, with none. */
  readonly also?: Readonly<Record<number, string>>;
  /**
   * The codes with which this route refuses, of the tables of refusals (`npm run docs:errors` prints them): they say status and words. What follows
   * from its shape goes without saying: `usualRefusals`.
   */
  readonly refusals?: readonly string[];
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A route as it is declared: everything that the API, its description and its clients know of it. */
export interface DeclaredRoute extends RouteTerms {
  readonly method: Method;
  /** With its parameters in braces: `/api/v1/calls/{callId}`. */
  readonly path: string;
  /** The name of its group and its own: `callsList` (OpenAPI `operationId`). */
  readonly id: string;
  /** Under which the description lists it. */
  readonly tag: string;
}

/** Of the answer when all goes well. */
export const statusOf = ({ answer, status }: RouteTerms): number => (answer ? (status ?? 200) : 204);

const declare =
  <const M extends Method>(method: M) =>
  <const P extends `/${string}`, const T extends RouteTerms>(path: P, terms: T) => ({ method, path, ...terms });

export const get = declare('GET');
export const post = declare('POST');
export const put = declare('PUT');
export const patch = declare('PATCH');
export const del = declare('DELETE');

/** The routes of one controller: `defineRoutes('holds', 'legal', { list: get('/api/v1/legal/holds', { … }) })`. */
export function defineRoutes<const R extends Record<string, Omit<DeclaredRoute, 'id' | 'tag'>>>(
  name: string,
  tag: string,
  routes: R,
): { readonly [K in keyof R]: R[K] & { readonly id: string; readonly tag: string } } {
  const named = Object.entries(routes).map(([key, route]) => [
    key,
    { ...route, id: `${name}${key.charAt(0).toUpperCase()}${key.slice(1)}`, tag },
  ]);
  return Object.fromEntries(named) as { [K in keyof R]: R[K] & { id: string; tag: string } };
}

export const csvFile: FileAnswer = {
  file: 'text/csv',
  description: 'UTF-8 with a byte order mark.',
  schema: { type: 'string' },
};
