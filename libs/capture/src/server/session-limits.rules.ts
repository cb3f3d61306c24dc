import { type Effect } from './effects.js';
import { type RecordingSession } from './recording-session.js';

/** Something came that only a client which got our answer can send: what was heard of the session counts, and a next process knows it. */
export function proof(session: RecordingSession): Effect[] {
  if (session.proved || !session.answered) return [];
  session.proved = true;
  return [
    { do: 'proved', session: session.id },
    { do: 'keep', session },
  ];
}

/** Why a client gets no further session, by those that it has; null: it may. */
export function refusalOf(
  sessions: readonly RecordingSession[],
  address: string,
  { perPeer, unproved }: { perPeer: number; unproved: number },
): 'peer_full' | 'unproved' | null {
  const own = sessions.filter(({ flow }) => flow.address === address);
  if (own.length >= perPeer) return 'peer_full';
  return own.filter(({ proved }) => !proved).length >= unproved ? 'unproved' : null;
}
