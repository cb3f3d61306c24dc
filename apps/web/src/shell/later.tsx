import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import type { UIMatch } from 'react-router';
import { Waiting } from '../components/waiting.js';
import { speaking } from '../locales/i18n.js';
import { isOutdated, PartNotLoaded } from './not-loaded.js';

/** A file of `screens/` exports its screen and nothing else. */
export type Load = () => Promise<Record<string, ComponentType>>;

/** What a route says of a screen that is loaded when it is opened. */
interface LaterScreen {
  element: ReactNode;
  handle: { load: Load; lists?: true };
}

let screens = 0;

/** The one screen of a file, loaded when it is opened: `later(() => import('./screens/people/people-screen.js'))`. */
export function later(load: Load): LaterScreen {
  const Screen = lazy(async () => {
    const [screen] = Object.values(await loaded(load));
    if (!screen) throw new Error('The file of a screen exports no screen');
    return { default: screen };
  });
  // A key each: the shape of what is to come shows at once, instead of the screen before.
  const element = (
    <Suspense key={(screens += 1)} fallback={<Waiting />}>
      <Screen />
    </Suspense>
  );
  return { element, handle: { load } };
}

/** A screen whose words come with it (`locales/zh/later.ts`). */
export const saying: typeof later = (load) => later(() => speaking(load()));

/** A screen that shows a list without a word of a call, and may go on doing so after the idle time. */
export const listing = ({ element, handle }: LaterScreen): LaterScreen => ({
  element,
  handle: { ...handle, lists: true },
});

/** Is the screen at the address one of those? */
export const showsLists = (matches: UIMatch[]): boolean =>
  matches.some(({ handle }) => (handle as Partial<LaterScreen['handle']> | undefined)?.lists === true);

/** Begins to load the screens of an address before they are drawn; a file that does not come is told of when it is. */
export function loadScreens(matches: UIMatch[]): void {
  for (const { handle } of matches)
    (handle as Partial<LaterScreen['handle']> | undefined)?.load?.().catch(() => undefined);
}

/** @throws PartNotLoaded in place of the browser's own error for a file that does not load; `Crashed` explains it */
export async function loaded<T>(load: () => Promise<T>): Promise<T> {
  return load().catch(async (cause: unknown) => {
    throw new PartNotLoaded(await isOutdated(), cause);
  });
}
