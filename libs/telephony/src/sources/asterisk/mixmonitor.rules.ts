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

/** How administrators name the files of `r(…)` and `t(…)`: the channel's own side first. */
const SUFFIXES: readonly [receive: string, transmit: string][] = [
  ['-customer', '-agent'],
  ['-r', '-t'],
  ['-rx', '-tx'],
  ['-in', '-out'],
  ['-receive', '-transmit'],
];

/**
 * Pairs the files of MixMonitor's options `r` and `t`: each holds one side in one channel, and the two become the channels of one recording.
 * A file without its other half, or without the id of a channel in its name, is in no pair.
 */
export function pairMonitorFiles(files: readonly string[], suffixes = SUFFIXES): MonitorPair[] {
  const all = new Set(files);
  return files.toSorted().flatMap((receive) => {
    const [, stem = '', kind = ''] = /^(.*)(\.\w+)$/.exec(receive) ?? [];
    return suffixes.flatMap(([own, other]) => {
      if (!stem.endsWith(own)) return [];
      const base = stem.slice(0, -own.length);
      const uniqueid = /(?:^|[-_])((?:[A-Za-z]\w*-)?\d{9,10}\.\d+)$/.exec(base)?.[1];
      const [transmit, mix] = [`${base}${other}${kind}`, `${base}${kind}`];
      return uniqueid !== undefined && all.has(transmit)
        ? [{ uniqueid, receive, transmit, mix: all.has(mix) ? mix : null }]
        : [];
    });
  });
}

/** Whose side is in which file: MixMonitor on the customer's channel receives the customer. Null: the records do not tell. */
export function sidesOf(pair: MonitorPair, { ids, facts }: FoldedCall): { customer: string; agent: string } | null {
  if (!ids.includes(pair.uniqueid)) return null;
  if (facts.direction?.value === 'inbound') return { customer: pair.receive, agent: pair.transmit };
  return facts.direction?.value === 'outbound' ? { customer: pair.transmit, agent: pair.receive } : null;
}
