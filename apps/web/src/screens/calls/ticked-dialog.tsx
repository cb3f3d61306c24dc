import { callFindingRoutes, type TickedAct, type TickedDone } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ActionDialog } from '../../components/action-dialog.js';
import { WhenRead } from '../../components/admin-page.js';
import { useSay } from '../../components/opened/say.js';
import { ShowDialog } from '../../components/show-dialog.js';
import { addressOf } from '../../data/api.js';
import {
  useAssignTicked,
  useLanguageOfTicked,
  useRetryTicked,
  useSetAsideTicked,
  useSwapTicked,
  useTickedPreview,
} from '../../data/ticked-calls.js';
import { useLanguage } from '../../format/use-format.js';
import { AnswerFields, wholeAnswer, type CallAnswer } from './answer-fields.js';
import { AssignFields, wholeAssignment, type Assignment } from './assign-fields.js';
import { LeftOutReasons } from './left-out-reasons.js';
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
  const preview = useTickedPreview(callIds);
  const [assignment, setAssignment] = useState<Assignment>({
    personId: null,
    reason: 'second_look',
    note: '',
    dueDays: 5,
  });
  const [done, setDone] = useState<TickedDone | null>(null);
  const [answer, setAnswer] = useState<CallAnswer>({ language: null, reason: null });
  const sendAct = useAct(act, assignment, answer);
  const say = useSay();
  const found = preview.data?.acts.find((one) => one.act === act);
  const applies = found?.applies ?? [];
  const end = () => {
    onClose();
    onDone();
  };
  if (done) {
    return (
      <ShowDialog title={t(`calls.ticked.title.${act}`)} width={480} onClose={end}>
        <p role="status">{t('calls.ticked.done', { count: done.done.length, of: applies.length })}</p>
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
        const outcome = await sendAct(applies);
        // What did not apply from the beginning was said before it was sent.
        if (outcome && outcome.not.length > 0) return setDone(outcome);
        const told = TELLS.find((one) => one === act);
        if (outcome && told)
          say(
            ({ message }) =>
              void message.open({
                ...{ type: 'success', duration: 8 },
                content: (
                  <>
                    {t(`calls.ticked.told.${told}`, { count: outcome.done.length })}{' '}
                    <UndoTicked act={act} callIds={outcome.done} />
                  </>
                ),
              }),
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
const TELLS = ['assign', 'retry', 'swap', 'language', 'set_aside'] as const;

/** How an act is done: here, by a file, or on the screen where it is written, which these calls are taken to. */
function useAct(
  act: TickedAct,
  assignment: Assignment,
  { language: spoken, reason }: CallAnswer,
): (callIds: readonly string[]) => Promise<TickedDone | null> {
  const navigate = useNavigate();
  const language = useLanguage();
  const [retry, assign] = [useRetryTicked(), useAssignTicked()];
  const [swap, say, aside] = [useSwapTicked(), useLanguageOfTicked(), useSetAsideTicked()];
  return async (callIds) => {
    const call = callIds.join();
    if (act === 'retry') return retry.mutateAsync(callIds);
    if (act === 'swap') return swap.mutateAsync(callIds);
    if (act === 'language') return spoken && say.mutateAsync({ callIds: [...callIds], language: spoken });
    if (act === 'set_aside') return reason && aside.mutateAsync({ callIds: [...callIds], reason });
    if (act === 'assign') {
      const to = wholeAssignment(assignment);
      return to && assign.mutateAsync({ ...to, callIds: [...callIds] });
    }
    if (act === 'export')
      location.assign(addressOf(callFindingRoutes.export, { query: { call, exportLanguage: language } }));
    else await navigate(act === 'hold' ? `/holds/new?call=${call}` : `/legal/requests/new?call=${call}`);
    return null;
  };
}
