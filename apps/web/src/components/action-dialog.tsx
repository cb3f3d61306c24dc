import { NOT_DONE, SendDialog, type SendDialogProps } from './send-dialog.js';
import { useStepUp } from './step-up.js';

/** The one dialog that does something. Where the server asks for a fresh proof of identity, that is asked for and it is done again. */
export function ActionDialog({ send, ...dialog }: SendDialogProps) {
  const { attempt, dialog: proof } = useStepUp();
  return (
    <>
      {/* A route that answers nothing was done all the same: only a proof that was not given is `undefined` here. */}
      <SendDialog {...dialog} send={async () => (await attempt(() => send().then(() => true))) ?? NOT_DONE} />
      {proof}
    </>
  );
}
