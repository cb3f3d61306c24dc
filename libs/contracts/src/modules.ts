import { z } from 'zod';
import * as modules from './modules/index.js';
import { type ModuleWords } from './modules/module.js';

export * from './modules/index.js';
export { type ModuleWords };

type Named = typeof modules;
type Words = Named[keyof Named & `${string}Module`];
export type ModuleName = Words['name'];

/** The modules of the house, by what is known of them everywhere. */
export const MODULES = /* @__PURE__ */ Object.entries(modules).flatMap(([name, words]) =>
  name.endsWith('Module') ? [words as unknown as ModuleWords & { readonly name: ModuleName }] : [],
);
export const moduleNameSchema = z.enum(MODULES.map(({ name }) => name) as [ModuleName, ...ModuleName[]]);

type All<U> = (U extends unknown ? (one: U) => void : never) extends (one: infer I) => void ? I : never;

export const MODULE_EVENTS = Object.assign({}, ...MODULES.map(({ events }) => events)) as All<Words['events']>;
export const MODULE_SCHEDULES = Object.assign({}, ...MODULES.map(({ schedules }) => schedules)) as All<
  Words['schedules']
>;

/** What of the modules that are off is not there. */
export const withoutModules = (off: readonly string[], of: (words: ModuleWords) => readonly unknown[]): Set<unknown> =>
  new Set(MODULES.filter(({ name }) => off.includes(name)).flatMap(of));
