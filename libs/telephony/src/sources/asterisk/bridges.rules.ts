import { otherHalf, extra, type CelEvent, type Channel } from './channels.rules.js';

interface Stay {
  bridge: string;
  channel: string;
  from: number;
  to: number;
}

/** Who was connected with whom, and when: through bridges, and through Local channels, whose halves are always connected. */
export class Bridges {
  private readonly stays: Stay[] = [];
  private readonly halves = new Map<string, string>();

  constructor(channels: Iterable<Channel>) {
    const all = [...channels];
    const byName = new Map(all.map(({ name, uniqueid }) => [name, uniqueid]));
    for (const { name, uniqueid, events, end } of all) {
      const other = byName.get(otherHalf(name) ?? '');
      if (other !== undefined) this.halves.set(uniqueid, other);
      this.stays.push(...staysOf(uniqueid, events, end?.at ?? Infinity));
    }
  }

  /** Each channel that `channel` is connected with at that moment, without itself. */
  peers(channel: string, at: number): Set<string> {
    const now = this.stays.filter(({ from, to }) => from <= at && at < to);
    const found = new Set([channel]);
    // What is added to a set while it is gone through is gone through, too.
    for (const one of found) {
      const half = this.halves.get(one);
      if (half !== undefined) found.add(half);
      const bridges = new Set(now.filter((stay) => stay.channel === one).map(({ bridge }) => bridge));
      for (const stay of now) if (bridges.has(stay.bridge)) found.add(stay.channel);
    }
    found.delete(channel);
    return found;
  }

  /** When the two were first connected; null: never. */
  joined(a: string, b: string): number | null {
    const moments = this.stays.map(({ from }) => from).toSorted((x, y) => x - y);
    return moments.find((at) => this.peers(a, at).has(b)) ?? null;
  }

  isIn(channel: string, at: number): boolean {
    return this.stays.some((stay) => stay.channel === channel && stay.from <= at && at < stay.to);
  }

  /** The bridges that it entered since then. */
  entered(channel: string, since: number): string[] {
    return this.stays.filter((stay) => stay.channel === channel && stay.from >= since).map(({ bridge }) => bridge);
  }
}

function staysOf(channel: string, events: readonly CelEvent[], end: number): Stay[] {
  const stays: Stay[] = [];
  for (const event of events) {
    const bridge = extra(event, 'bridge_id');
    const open = stays.findLast((stay) => stay.bridge === bridge && stay.to === end);
    if (event.type === 'BRIDGE_ENTER' && !open) stays.push({ bridge, channel, from: event.at, to: end });
    if (event.type === 'BRIDGE_EXIT' && open) open.to = event.at;
  }
  return stays;
}
