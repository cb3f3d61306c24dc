import type { DisputeAct, DisputeView } from '#contracts';
import { useState } from 'react';
import { part } from '../../components/opened/part.js';

/** What is done in a dialog; withdrawing and closing only ask first. */
export type DialogAct = Exclude<DisputeAct, 'withdraw' | 'close'>;

interface DialogProps {
  dispute: DisputeView;
  onClose: () => void;
}

const DIALOGS = {
  decide: part<DialogProps>(() => import('./decide-dialog.js')),
  escalate: part<DialogProps>(() => import('./escalate-dialog.js')),
};

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
