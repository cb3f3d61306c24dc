import {
  callFindingRoutes,
  type LeftOut,
  MOST_TICKED,
  type TickedAct,
  tickedCallsRoutes,
  type TickedDone,
  type WhyNot,
} from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ActionDialog, ShowDialog } from '../../components/action-dialog.js';
import { WhenRead } from '../../components/admin-page.js';
import { useSayDone } from '../../components/opened/say.js';
import { addressOf, send } from '../../data/api.js';
import { newActId, useInPieces, useTickedPreview, type WithPiece } from '../../data/ticked-calls.js';
import { useLanguage } from '../../format/use-format.js';
import { AnswerFields, type CallAnswer, wholeAnswer } from './answer-fields.js';
import { AssignFields, type Assignment, wholeAssignment } from './assign-fields.js';
import { UndoTicked } from './undo-ticked.js';

interface Props {
  act: TickedAct;
  callIds: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

/** Says to which of the ticked calls an act applies and why not to the others, then does it, or takes them to the screen where it is written. */
export function TickedDialog({ act, callIds, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const preview = useTickedPreview(act, callIds);
  const [assignment, setAssignment] = useState<Assignment>({
    personId: null,
    reason: 'second_look',
    note: '',
    dueDays: 5,
  });
  const [done, setDone] = useState<TickedDone | null>(null);
  const [answer, setAnswer] = useState<CallAnswer>({});
  const pieces = useInPieces();
  const withPiece = useWithPiece(act, assignment, answer);
  const take = useTaking(act);
  const sayDone = useSayDone();
  const found = preview.data?.acts.find((one) => one.act === act);
  const applies = found?.applies ?? [];
  const end = () => {
    onClose();
    onDone();
  };
  if (done) {
    return (
      <ShowDialog title={t(`calls.ticked.title.${act}`)} width={480} onClose={end}>
        <p role="status">
          {done.not.length === 0
            ? t('calls.ticked.doneAll', { count: done.done.length })
            : t('calls.ticked.done', { count: done.done.length, of: callIds.length })}
        </p>
        <LeftOutReasons not={done.not} />
        <UndoTicked act={act} callIds={done.done} onDone={end} />
      </ShowDialog>
    );
  }
  return (
    <ActionDialog
      title={t(`calls.ticked.title.${act}`)}
      okText={t(`calls.ticked.ok.${act}`, { count: applies.length })}
      disabled={
        applies.length === 0 || (act === 'assign' && wholeAssignment(assignment) === null) || !wholeAnswer(act, answer)
      }
      send={async () => {
        if (!withPiece) {
          await take(applies);
          return end();
        }
        const outcome = await pieces.send(applies, withPiece);
        // What did not apply from the beginning was said before it was sent; of many it is said again, with the result.
        if (outcome.not.length > 0 || applies.length > MOST_TICKED)
          return setDone({ done: outcome.done, not: [...(found?.not ?? []), ...outcome.not] });
        const told = TELLS.find((one) => one === act);
        if (told)
          sayDone(
            <>
              {t(`calls.ticked.told.${told}`, { count: outcome.done.length })}{' '}
              <UndoTicked act={act} callIds={outcome.done} />
            </>,
            8,
          );
        end();
      }}
      onDone={() => {}}
      onClose={onClose}
    >
      <WhenRead of={preview}>
        {() => (
          <>
            <p>{t('calls.ticked.applies', { count: applies.length, of: callIds.length })}</p>
            <LeftOutReasons not={found?.not ?? []} />
            <p className="admin-hint">{t(`calls.ticked.hint.${act}`)}</p>
            {applies.length > MOST_TICKED && (
              <p role="status">
                {pieces.answered === 0
                  ? t('calls.ticked.pieces')
                  : t('calls.ticked.sent', { count: pieces.answered, of: applies.length })}
              </p>
            )}
            <AnswerFields act={act} answer={answer} onChange={setAnswer} />
            {act === 'assign' && applies.length > 0 && (
              <AssignFields
                callIds={applies}
                assignment={assignment}
                onChange={(change) => setAssignment((before) => ({ ...before, ...change }))}
              />
            )}
          </>
        )}
      </WhenRead>
    </ActionDialog>
  );
}

/** Acts that are done here, and told. */
const TELLS = ['assign', 'retry', 'swap', 'side', 'language', 'set_aside'] as const;

/** How an act is done with a piece of the calls; null where it is not done here, or an answer to it is missing. */
function useWithPiece(act: TickedAct, assignment: Assignment, { language, set_aside: reason, side }: CallAnswer) {
  const [actId] = useState(newActId);
  const to = wholeAssignment(assignment);
  const acts: { [A in TickedAct]?: WithPiece | null | undefined } = {
    retry: (callIds) => send(tickedCallsRoutes.retry, { body: { callIds } }),
    swap: (callIds) => send(tickedCallsRoutes.swap, { body: { callIds, actId } }),
    side: side && ((callIds) => send(tickedCallsRoutes.side, { body: { callIds, agentChannel: side } })),
    language: language && ((callIds) => send(tickedCallsRoutes.language, { body: { callIds, language } })),
    set_aside: reason && ((callIds) => send(tickedCallsRoutes.setAside, { body: { callIds, reason } })),
    assign: to && ((callIds) => send(tickedCallsRoutes.assign, { body: { ...to, callIds } })),
  };
  return acts[act] ?? null;
}

/** Takes the calls into a file, or to the screen where the act is written. */
function useTaking(act: TickedAct): (callIds: readonly string[]) => Promise<void> {
  const navigate = useNavigate();
  const language = useLanguage();
  return async (callIds) => {
    const call = callIds.join();
    if (act === 'export')
      location.assign(addressOf(callFindingRoutes.export, { query: { call, exportLanguage: language } }));
    else await navigate(act === 'hold' ? `/holds/new?call=${call}` : `/legal/requests/new?call=${call}`);
  };
}

/** Why something is not done with some of the calls, how many of each. */
function LeftOutReasons({ not }: { not: readonly LeftOut[] }) {
  const { t } = useTranslation();
  if (not.length === 0) return null;
  const counts = new Map<WhyNot, number>();
  for (const { because } of not) counts.set(because, (counts.get(because) ?? 0) + 1);
  return (
    <ul className="left-out">
      {[...counts].map(([because, count]) => (
        <li key={because}>{t('calls.ticked.not', { count, why: t(`calls.ticked.because.${because}`) })}</li>
      ))}
    </ul>
  );
}
