import { MODULES, type ModuleName } from '#contracts';
import { recertification } from '../recertification/module.js';
import { scim } from '../scim/module.js';
import { type Module } from './module.js';

/** The product’s optional modules, one per line. No other code imports from their folders. */
export const HOUSE_MODULES: readonly Module[] = [recertification, scim];

/** @param off as in `SHOUWEN_MODULES_OFF` */
export const modulesOn = (off: readonly string[]): Module[] =>
  HOUSE_MODULES.filter(({ words }) => !off.includes(words.name));

/** Names of those that are off, or were left out of the list. */
export const modulesOff = (off: readonly string[]): ModuleName[] => {
  const on = modulesOn(off).map(({ words }) => words.name);
  return MODULES.flatMap(({ name }) => (on.includes(name) ? [] : name));
};
