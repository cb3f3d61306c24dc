import type { Permission } from '#contracts';
import type { ParseKeys } from 'i18next';
import type { RouteObject } from 'react-router';
import type * as icons from './rail-icons.js';

/** What the screens of a module register: `screens/NAME/module.tsx` exports one of these, and is found by its name. */
export interface ModuleScreens {
  /** As in its contract. */
  name: string;
  routes: readonly RouteObject[];
  /** Its place in the rail: after which of the house's, and under what name. */
  entry: { to: string; after: string; word: ParseKeys; icon: keyof typeof icons; needs: Permission };
}

const FOUND = import.meta.glob<Record<string, ModuleScreens>>('../screens/*/module.tsx', { eager: true });

export const MODULE_SCREENS = Object.values(FOUND).flatMap((file) => Object.values(file));
