import type { UsualRefusal } from '#contracts';
import { useState } from 'react';
import { RequestFailure } from '../data/http.js';
import { FailureNote } from './failure-note.js';
import { part } from './opened/part.js';

const ProofDialog = part(() => import('./proof-dialog.js'));

/**
 * Does what takes a fresh proof of identity. Where the server asks for one, a dialog takes one of the account's proofs, and the same is
 * done again. `attempt` rejects with every other failure; a dialog that is closed leaves everything as it was.
 */
export function useStepUp() {
  const [waiting, setWaiting] = useState<{ again: () => void } | null>(null);
  const attempt = async <T,>(action: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await action();
    } catch (error) {
      if (!asksProof(error)) throw error;
      const proved = await new Promise<boolean>((resolve) => {
        setWaiting({ again: () => resolve(true) });
        setCancel(() => () => resolve(false));
      });
      setWaiting(null);
      return proved ? action() : undefined;
    }
  };
  const [cancel, setCancel] = useState<() => void>(() => () => undefined);
  const dialog = waiting && <ProofDialog onProved={waiting.again} onCancel={cancel} />;
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

const PROOFS: readonly string[] = [
  'step_up_by_code',
  'step_up_by_password',
  'step_up_again',
] satisfies readonly UsualRefusal[];

const asksProof = (error: unknown): boolean =>
  error instanceof RequestFailure && PROOFS.includes(error.problem?.code ?? '');
