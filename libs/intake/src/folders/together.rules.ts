import { pairMonitorFiles } from '#telephony/rules';

const SIDES = /-(?:customer|agent|r|t|rx|tx|in|out|receive|transmit)$/;

/**
 * By what of a name the files of one recording are found: sound and what tells of it have one stem; of Asterisk, the two sides that MixMonitor
 * writes and the mix, too.
 */
export const togetherBy =
  (reader: string) =>
  (name: string): string => {
    const stem = name.replace(/\.[^./]+$/, '');
    return reader === 'asterisk' ? stem.replace(SIDES, '') : stem;
  };

/** The sides that MixMonitor wrote into files of their own, and their mix: none of them is a recording by itself. */
export function halvesIn(reader: string, names: readonly string[]): Set<string> {
  if (reader !== 'asterisk') return new Set();
  const sounds = names.filter((name) => /\.\w+$/.test(name));
  return new Set(
    pairMonitorFiles(sounds).flatMap(({ receive, transmit, mix }) => [receive, transmit, mix ?? transmit]),
  );
}
