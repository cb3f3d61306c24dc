import type { CommitmentView, CommitmentInReview } from '#contracts';
import { useCommitmentsOfCall } from '../../../data/commitments.js';
import { useMay } from '../../../data/session.js';
import { useCallPage } from '../call-page.js';
import { useJudging } from '../card/judging.js';

const SHORTEST_NOTE = 2;

export const isOpen = ({ state }: CommitmentView): boolean => state === 'open' || state === 'overdue';
export const lacksWords = ({ note }: { note: string }): boolean => note.trim().length < SHORTEST_NOTE;

/** Promises of the leg that its reviewer may settle with the review; of a blind review there are none to see. */
export interface LegPromises {
  /** Those that are open, or were when they were answered here. */
  shown: CommitmentView[];
  given: CommitmentInReview[];
  complete: boolean;
}

export function useLegPromises(): LegPromises {
  const { call, card } = useCallPage();
  const { promises } = useJudging();
  const may = useMay('commitments.read');
  const found = useCommitmentsOfCall(call.callId, may && card?.withheld === false);
  const shown = (found.data?.items ?? []).filter(
    (one) =>
      one.legId === card?.legId &&
      (isOpen(one) || promises.some(({ commitmentId }) => commitmentId === one.commitmentId)),
  );
  const given = shown.flatMap(({ commitmentId }) => {
    const answer = promises.find((one) => one.commitmentId === commitmentId);
    return answer ? [{ ...answer, note: answer.note.trim() }] : [];
  });
  return { shown, given, complete: !given.some(lacksWords) };
}
