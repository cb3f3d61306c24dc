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

/**
 * Whose side is in which file: MixMonitor on the channel by which the call came in receives who called. Null: the records do not tell. A channel
 * of a later id is a consultation that became part of the call, in which an agent called.
 */
export function sidesOf(pair: MonitorPair, { ids, facts }: FoldedCall): { customer: string; agent: string } | null {
  if (ids[0] !== pair.uniqueid) return null;
  if (facts.direction?.value === 'inbound') return { customer: pair.receive, agent: pair.transmit };
  return facts.direction?.value === 'outbound' ? { customer: pair.transmit, agent: pair.receive } : null;
}
