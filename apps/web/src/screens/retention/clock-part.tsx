import type { RetentionView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { AgainFrom, useMayAgain } from '../../components/one-person.js';
import { AskFirst } from '../../components/ask-first.js';
import { Failed } from '../../components/failure-note.js';
import { useConfirmClock } from '../../data/retention.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';

/** Whether the clock is trusted; where it jumped, since when nothing is destroyed, and who says that it is right. */
export function ClockPart({ stopped }: Pick<RetentionView, 'stopped'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayConfirm = useMay('retention.confirm_clock');
  const confirm = useConfirmClock();
  const again = useMayAgain(stopped?.asked?.at);
  if (!stopped)
    return (
      <section className="admin-section">
        <h2>{t('retention.clock.title')}</h2>
        <p className="admin-hint">{t('retention.clock.ok')}</p>
      </section>
    );
  const { jumped, at, seconds, asked } = stopped;
  const restored = jumped === 'restored';
  return (
    <section className="admin-section retention-stopped" role="alert">
      <h2>{t('retention.clock.title')}</h2>
      <p className="admin-wrong">
        {t(`retention.clock.${jumped}`, { at: format.dateTime(at), span: format.duration(seconds * 1000) })}
      </p>
      <p className="admin-hint">{t(restored ? 'retention.clock.restoredWhy' : 'retention.clock.why')}</p>
      {asked && (
        <p className="admin-hint">
          {t('retention.clock.restoredAsked', {
            who: asked.by ? format.text(asked.by) : '',
            at: format.dateTime(asked.at),
          })}
        </p>
      )}
      {asked?.mine && <AgainFrom first={asked.at} />}
      {asked?.mine && !again ? null : mayConfirm ? (
        <Acts>
          <AskFirst
            size="middle"
            ask={t(restored ? 'retention.clock.restoredSure' : 'retention.clock.ask')}
            loading={confirm.isPending}
            onYes={() => confirm.mutate(undefined)}
          >
            {t(
              !restored
                ? 'retention.clock.confirm'
                : asked
                  ? 'retention.clock.restoredConfirm'
                  : 'retention.clock.restoredAsk',
            )}
          </AskFirst>
        </Acts>
      ) : (
        <p className="admin-hint">{t('retention.clock.who')}</p>
      )}
      <Failed of={confirm} />
    </section>
  );
}
