import { languageSchema, type Language } from '#contracts';
import { type Env } from '#platform';
import { engineStatus } from '#transcripts';

/** What `start.mjs` sends when the set-up of the recogniser has ended, well or not. */
export const SET_UP_ENDED = 'recogniser-set-up-ended';

/** Resolves when the recogniser's set-up has ended; at once where it is not set up. Listens from the moment of the call. */
export function untilSetUp(): Promise<void> {
  if (!process.channel) return Promise.resolve();
  return new Promise((done) => {
    process.on('message', (message) => {
      if (message === SET_UP_ENDED) done();
    });
  });
}

/** The languages that an engine for real calls hears from sound, on this machine and now. */
export async function languagesHeard(env: Pick<Env, 'engines' | 'allowUnsandboxed'>): Promise<Language[]> {
  const engines = (await engineStatus(env)).filter(({ name }) => name !== 'provided');
  const usable = engines.filter(({ available, enabled, production }) => available && enabled && production);
  return languageSchema.options.filter((language) => usable.some(({ languages }) => languages.includes(language)));
}
