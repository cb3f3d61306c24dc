import { isSound, monitorFiles, type MonitorFiles } from '#telephony/rules';

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

/** What MixMonitor wrote of one channel, with what lies beside it and tells of it: none of these files is a recording by itself. */
export interface Monitor extends MonitorFiles {
  sidecar: string | null;
}

export function monitorsIn(reader: string, names: readonly string[]): Monitor[] {
  if (reader !== 'asterisk') return [];
  const [all, stemOf] = [new Set(names), togetherBy(reader)];
  return monitorFiles(names.filter(isSound)).map((files) => {
    const stem = stemOf(files.receive ?? files.transmit ?? '');
    return { ...files, sidecar: [`${stem}.json`, `${stem}.xml`].find((name) => all.has(name)) ?? null };
  });
}

/** The sides that are there. */
export const halvesOf = ({ receive, transmit }: MonitorFiles): string[] =>
  [receive, transmit].filter((name) => name !== null);
