import type { DisputeView } from '#contracts';
import { useActDialog } from './act-dialog.js';
import { DisputeEntry } from './dispute-entry.js';

/** The disputes of one item on its call's page. */
export function DisputeEntries({ disputes }: { disputes: DisputeView[] }) {
  const { ask, dialog } = useActDialog();
  return (
    <>
      {disputes.map((dispute) => (
        <DisputeEntry key={dispute.disputeId} dispute={dispute} onAct={ask(dispute)} />
      ))}
      {dialog}
    </>
  );
}
