import * as groups from './groups.js';
import { type DeclaredRoute } from './route.js';

export * from './refusals.js';
export * from './groups.js';

/** The groups by name. */
export type RouteGroups = {
  readonly [G in keyof typeof groups as G extends `${string}Routes` ? G : never]: (typeof groups)[G];
};

/** Every route of the API. The API starts only when each has one handler, and when no handler implements a route that is not here. */
export const ROUTES: readonly DeclaredRoute[] = /* @__PURE__ */ Object.entries(groups)
  .filter(([name]) => name.endsWith('Routes'))
  .flatMap(([, group]) => Object.values(group) as DeclaredRoute[]);
