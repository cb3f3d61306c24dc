import type { DisputeView } from '#contracts';
import { useState } from 'react';
import { parts } from '../../components/opened/part.js';
import { DisputeEntry, type DialogAct } from './dispute-entry.js';

const dialogs = parts(() => import('./dialogs.js'));
const DIALOGS = { decide: dialogs.DecideDialog, escalate: dialogs.EscalateDialog };

/**
 * The one dialog of a list of disputes. It belongs to the list, and keeps the dispute as it was when it opened: what is being written stays,
 * also when the dispute leaves the list meanwhile.
 */
export function useActDialog() {
  const [open, setOpen] = useState<{ act: DialogAct; dispute: DisputeView } | null>(null);
  const Dialog = open && DIALOGS[open.act];
  return {
    ask: (dispute: DisputeView) => (act: DialogAct) => setOpen({ act, dispute }),
    dialog: Dialog && <Dialog dispute={open.dispute} onClose={() => setOpen(null)} />,
  };
}

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
