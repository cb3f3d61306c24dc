import type { Permission } from '#contracts';
import type { ParseKeys } from 'i18next';
import { useMe } from '../data/session.js';
import { RAIL } from '../screens.js';
import { MODULE_SCREENS } from './modules.js';
import type * as ICONS from './rail-icons.js';
import { entriesFor, placed } from './rail.rules.js';

export interface Entry {
  to: string;
  word: ParseKeys;
  icon: keyof typeof ICONS;
  needs?: Permission | undefined;
  unless?: Permission | undefined;
  module?: string;
  after?: string;
}

const ENTRIES = RAIL.map(([to, word, icon, needs, unless]): Entry => ({ to, word, icon, needs, unless }));
const OF_MODULES = MODULE_SCREENS.map(({ name: module, entry }): Entry => ({ ...entry, module }));

/** The screens that this account may use. */
export const useEntries = (): Entry[] => entriesFor(placed(ENTRIES, OF_MODULES), useMe());
