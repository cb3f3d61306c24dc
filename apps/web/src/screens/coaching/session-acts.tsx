import type { CoachingAct, CoachingView } from '#contracts';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AskFirst } from '../../components/ask-first.js';
import { Failed } from '../../components/failure-note.js';
import { useCoachingActs } from '../../data/coaching.js';
import { useFormat } from '../../format/use-format.js';

/** What this person may do with the session as a whole. */
export function SessionActs({ session }: { session: CoachingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useNavigate();
  const { share, close, discard, acknowledge } = useCoachingActs(session.sessionId);
  const may = (act: CoachingAct) => session.may.includes(act);
  const agent = format.text(session.agent.name);
  const error = share.error ?? close.error ?? discard.error ?? acknowledge.error;
  return (
    <div className="coaching-acts">
      {may('share') && (
        <Popconfirm
          title={t('coachingPage.acts.shareAsk', { agent })}
          okText={t('admin.yes')}
          cancelText={t('admin.cancel')}
          icon={null}
          onConfirm={() => share.mutate()}
        >
          <Button type="primary" loading={share.isPending}>
            {t('coachingPage.acts.share')}
          </Button>
        </Popconfirm>
      )}
      {may('acknowledge') && (
        <Button
          type="primary"
          title={t('coachingPage.acts.acknowledgeHint')}
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate()}
        >
          {t('coachingPage.acts.acknowledge')}
        </Button>
      )}
      {may('discard') && (
        <AskFirst
          size="middle"
          ask={t('coachingPage.acts.discardAsk')}
          onYes={() => discard.mutate(undefined, { onSuccess: () => void go('/coaching') })}
        >
          {t('coachingPage.acts.discard')}
        </AskFirst>
      )}
      {may('close') && (
        <AskFirst size="middle" ask={t('coachingPage.acts.closeAsk')} onYes={() => close.mutate()}>
          {t('coachingPage.acts.close')}
        </AskFirst>
      )}
      <Failed of={{ error }} />
    </div>
  );
}
