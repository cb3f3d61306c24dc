import { type EndReason, type RefusalReason, type Unreadable } from '#capture';

/** Why bytes were thrown away before anything was made of them. */
export type DropReason = 'stranger' | 'too_many_connections' | 'broken_stream' | Unreadable;

/** More addresses than that are no clients of one house: those that were met first go. */
const MOST_PEERS = 1000;

/** What the page of the connection shows: of all since the process began. */
export class SipFigures {
  readonly dropped = new Map<DropReason, number>();
  readonly refused = new Map<RefusalReason, number>();
  /** Of refusals, by what was answered. */
  readonly statuses = new Map<number, number>();
  readonly ended = new Map<EndReason, number>();
  /** Sessions whose metadata could not be read. */
  unread = 0;
  sessions = 0;
  /** By address: when an INVITE last came, and when one was last refused, why. */
  readonly peers = new Map<string, PeerFigures>();

  count<K>(of: Map<K, number>, what: K): void {
    of.set(what, (of.get(what) ?? 0) + 1);
  }

  /** A request came. */
  note(address: string, method: string, at: Date): void {
    if (method === 'INVITE') this.peer(address).lastInviteAt = at;
    if (method === 'OPTIONS') this.peer(address).lastOptionsAt = at;
  }

  peer(address: string): PeerFigures {
    const known = this.peers.get(address) ?? {
      sessions: 0,
      lastInviteAt: null,
      lastOptionsAt: null,
      lastRefusal: null,
    };
    this.peers.set(address, known);
    const [oldest] = this.peers.keys();
    if (this.peers.size > MOST_PEERS && oldest !== undefined) this.peers.delete(oldest);
    return known;
  }
}

export interface PeerFigures {
  sessions: number;
  lastInviteAt: Date | null;
  /** It asked whether we are there. */
  lastOptionsAt: Date | null;
  lastRefusal: { at: Date; status: number; why: RefusalReason } | null;
}
