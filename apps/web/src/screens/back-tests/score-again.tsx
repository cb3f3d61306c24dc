import type { Run } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Failed } from '../../components/failure-note.js';
import { useChecklist } from '../../data/checklists.js';
import { useAskRescore } from '../../data/runs.js';
import { useMay } from '../../data/session.js';
import { canScoreAgain } from './score-again.rules.js';

/** After a look at what the version in force would flip: has the same calls scored again. */
export function ScoreAgain({ run }: { run: Run }) {
  const may = useMay('scorecards.rescore');
  const { checklist } = run;
  if (!may || !canScoreAgain(run) || !checklist?.version) return null;
  return <Offer run={run} checklistId={checklist.id} version={checklist.version} />;
}

function Offer({ run, checklistId, version }: { run: Run; checklistId: string; version: number }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const ask = useAskRescore();
  const judging = useChecklist(checklistId).data?.judging;
  // Cards are made by the version in force, and by no other.
  if (judging !== version) return null;
  const [teamId] = run.teamIds ?? [];
  const send = () =>
    ask.mutate(
      { from: run.from, to: run.to, checklistId, teamId },
      { onSuccess: ({ runId }) => void go(`/back-tests/${runId}`) },
    );
  return (
    <div className="score-again">
      <p>{t('rescore.what')}</p>
      <Button type="primary" loading={ask.isPending} onClick={send}>
        {t('rescore.ask')}
      </Button>
      <Failed of={ask} />
    </div>
  );
}
