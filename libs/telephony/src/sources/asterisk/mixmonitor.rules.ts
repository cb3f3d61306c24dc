import { type FoldedCall } from '../../fold/model.js';

/** Two files of one MixMonitor: what its channel said, and what it heard. */
export interface MonitorPair {
  /** The channel that was recorded. */
  uniqueid: string;
  receive: string;
  transmit: string;
  /** The two mixed, which is never used: who spoke cannot be told from it. */
  mix: string | null;
}

/** The same, as far as it is there. */
export interface MonitorFiles extends Pick<MonitorPair, 'uniqueid' | 'mix'> {
  receive: string | null;
  transmit: string | null;
}

/** How administrators name the files of `r(…)` and `t(…)`: the channel's own side first. */
const SUFFIXES: readonly [receive: string, transmit: string][] = [
  ['-customer', '-agent'],
  ['-r', '-t'],
  ['-rx', '-tx'],
  ['-in', '-out'],
  ['-receive', '-transmit'],
];

/**
 * The files of MixMonitor's options `r` and `t`: each holds one side in one channel, and the two become the channels of one recording. A side
 * that has not come, or never will, is null; a file without the id of a channel in its name is in none.
 */
export function monitorFiles(files: readonly string[], suffixes = SUFFIXES): MonitorFiles[] {
  const all = new Set(files);
  const there = (name: string): string | null => (all.has(name) ? name : null);
  return files.toSorted().flatMap((file) => {
    const [, stem = '', kind = ''] = /^(.*)(\.\w+)$/.exec(file) ?? [];
    return suffixes.flatMap(([own, other]) => {
      const suffix = [own, other].find((one) => stem.endsWith(one));
      if (suffix === undefined) return [];
      const base = stem.slice(0, -suffix.length);
      const uniqueid = /(?:^|[-_])((?:[A-Za-z]\w*-)?\d{9,10}\.\d+)$/.exec(base)?.[1];
      const [receive, transmit] = [there(`${base}${own}${kind}`), there(`${base}${other}${kind}`)];
      // Of two sides, the first stands for both.
      if (uniqueid === undefined || file !== (receive ?? transmit)) return [];
      return [{ uniqueid, receive, transmit, mix: there(`${base}${kind}`) }];
    });
  });
}

/**
 * Whose side is in which file: MixMonitor on the channel by which the call came in receives who called. Null: the records do not tell. A channel
 * of a later id is a consultation that became part of the call, in which an agent called.
 */
export function sidesOf(
  pair: Pick<MonitorPair, 'uniqueid' | 'receive' | 'transmit'>,
  { ids, facts }: FoldedCall,
): { customer: string; agent: string } | null {
  if (ids[0] !== pair.uniqueid) return null;
  if (facts.direction?.value === 'inbound') return { customer: pair.receive, agent: pair.transmit };
  return facts.direction?.value === 'outbound' ? { customer: pair.transmit, agent: pair.receive } : null;
}
