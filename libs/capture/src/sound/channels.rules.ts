import { type StreamParty } from '../session/media-plane.js';

/** Which streams become the channels of a recording, the left first, and whose they are. */
export interface Channels {
  /** Indices of streams. */
  readonly streams: readonly [number] | readonly [number, number];
  /** null: it is not told which side is the agent's. */
  readonly agentChannel: 'left' | null;
}

interface Told {
  readonly index: number;
  readonly party: Pick<StreamParty, 'role'> | null;
}

/**
 * The agent's side is left, as in recordings that are joined from two files. Where the roles are not told, or contradict each other, the streams
 * keep their order and no one is said to be the agent. null: there is no stream.
 */
export function channelsOf(streams: readonly Told[]): Channels | null {
  const of = (role: string) => streams.filter(({ party }) => (party?.role ?? 'unknown') === role);
  const [agents, customers, unknown] = [of('agent'), of('customer'), of('unknown')];
  const [first, second] = streams;
  if (!first) return null;
  if (!second) return { streams: [first.index], agentChannel: null };
  // Of two streams one is the other side of the one that is told.
  const agent =
    agents.length === 1
      ? agents[0]
      : agents.length === 0 && customers.length === 1 && streams.length === 2
        ? unknown[0]
        : undefined;
  const customer =
    customers.length === 1
      ? customers[0]
      : customers.length === 0 && agents.length === 1 && streams.length === 2
        ? unknown[0]
        : undefined;
  if (agent && customer) return { streams: [agent.index, customer.index], agentChannel: 'left' };
  return { streams: [first.index, second.index], agentChannel: null };
}
