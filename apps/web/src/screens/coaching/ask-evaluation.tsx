import type { CoachingMoment, CoachingView } from '#contracts';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { useAskEvaluation } from '../../data/coaching.js';

/** Asks the agent to score the call of a moment before they see its result. */
export function AskEvaluation({ session, moment }: { session: CoachingView; moment: CoachingMoment }) {
  const { t } = useTranslation();
  const ask = useAskEvaluation(session.sessionId);
  const { item, legId, gone } = moment;
  const asked = session.evaluations.some(
    (one) => one.legId === legId && one.checklist.id === item?.checklistId && one.ended === null,
  );
  if (!item || gone || asked) return null;
  return (
    <>
      <Popconfirm
        title={t('coachingPage.evaluation.ask')}
        description={t('coachingPage.evaluation.askHint')}
        okText={t('admin.yes')}
        cancelText={t('admin.cancel')}
        icon={null}
        styles={{ root: { maxWidth: 340 } }}
        onConfirm={() => ask.mutate({ legId, checklistId: item.checklistId })}
      >
        <Button size="small" loading={ask.isPending}>
          {t('coachingPage.evaluation.ask')}
        </Button>
      </Popconfirm>
      <Failed of={{ error: ask.error }} />
    </>
  );
}
