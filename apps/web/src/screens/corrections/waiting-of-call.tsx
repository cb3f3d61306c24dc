import { useWaitingCorrections } from '../../data/corrections.js';
import { WaitingCorrection } from './waiting-correction.js';

/** What waits of one call, on its page. */
export function WaitingOfCall({ callId }: { callId: string }) {
  const items = useWaitingCorrections(callId).data?.items ?? [];
  return items.map((one) => <WaitingCorrection key={one.proposalId} waiting={one} />);
}
