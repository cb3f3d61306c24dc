import * as groups from './http/groups.js';
import { MODULES } from './modules.js';
import { type DeclaredRoute } from './route.js';

export * from './http/refusals.js';
export * from './http/groups.js';

/** The groups by name, but for those of modules. */
export type RouteGroups = {
  readonly [G in keyof typeof groups as G extends `${string}Routes` ? G : never]: (typeof groups)[G];
};

/** Every route of the API. The API starts only when each has one handler, and when no handler implements a route that is not here. */
export const ROUTES: readonly DeclaredRoute[] = [
  ...Object.entries(groups)
    .filter(([name]) => name.endsWith('Routes'))
    .flatMap(([, group]) => Object.values(group) as DeclaredRoute[]),
  ...MODULES.flatMap(({ routes }) => Object.values(routes)),
];
