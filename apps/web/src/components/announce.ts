import { useSyncExternalStore } from 'react';

interface Announced {
  key: number;
  words: string;
  /** The language of the words: they stay when the screen's changes, and a voice reads each by its own rules (WCAG 3.1.2). */
  lang?: string;
}

/** A key each, so that the same words twice are said twice. */
let said: Announced = { key: 0, words: '' };
const listeners = new Set<() => void>();

/** Says something to people who hear the page, where those who see it see it anyway: another screen, a dialog that did what it should. */
export function announce(words: string, lang = document.documentElement.lang): void {
  said = { key: said.key + 1, words, lang };
  for (const told of listeners) told();
}

/** What is to be heard, for the one place that a screen reader listens to. */
export const useAnnounced = (): Announced => useSyncExternalStore(listen, () => said);

function listen(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}
