import type { UsualRefusal } from '#contracts';
import { useState } from 'react';
import { RequestFailure } from '../data/http.js';
import { FailureNote } from './failure-note.js';
import { part } from './opened/part.js';

const ProofDialog = part(() => import('./proof-dialog.js'));

type Kind = 'code' | 'password';

/**
 * Does what takes a fresh proof of identity. Where the server asks for one, a dialog takes the code or the password, and the same is
 * done again. `attempt` rejects with every other failure; a dialog that is closed leaves everything as it was.
 */
export function useStepUp() {
  const [waiting, setWaiting] = useState<{ kind: Kind; again: () => void } | null>(null);
  const attempt = async <T,>(action: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await action();
    } catch (error) {
      const kind = askedFor(error);
      if (kind === null) throw error;
      const proved = await new Promise<boolean>((resolve) => {
        setWaiting({ kind, again: () => resolve(true) });
        setCancel(() => () => resolve(false));
      });
      setWaiting(null);
      return proved ? action() : undefined;
    }
  };
  const [cancel, setCancel] = useState<() => void>(() => () => undefined);
  const dialog = waiting && <ProofDialog kind={waiting.kind} onProved={waiting.again} onCancel={cancel} />;
  return { attempt, dialog };
}

/**
 * A change that takes a fresh proof. `send` says whether it was done: it is not where it failed or the dialog was closed. `said` is what
 * is shown beside its button: why it failed, and the question who sits there.
 */
export function useProved<T, R>(change: { mutateAsync: (value: T) => Promise<R>; isPending: boolean }) {
  const { attempt, dialog } = useStepUp();
  const [failure, setFailure] = useState<unknown>(null);
  const send = async (value: T): Promise<boolean> => {
    setFailure(null);
    try {
      return (await attempt(() => change.mutateAsync(value).then(() => true))) === true;
    } catch (error) {
      setFailure(error);
      return false;
    }
  };
  const said = (
    <>
      {failure !== null && <FailureNote error={failure} />}
      {dialog}
    </>
  );
  return { send, said, isPending: change.isPending };
}

const PROOFS = new Map<string, Kind>([
  ['step_up_by_code' satisfies UsualRefusal, 'code'],
  ['step_up_by_password' satisfies UsualRefusal, 'password'],
]);

const askedFor = (error: unknown): Kind | null =>
  (error instanceof RequestFailure && PROOFS.get(error.problem?.code ?? '')) || null;
