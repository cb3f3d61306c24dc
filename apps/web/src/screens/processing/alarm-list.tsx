import { CheckCircleOutlined, ExclamationCircleOutlined, InfoCircleOutlined } from '@ant-design/icons';
import { SCHEDULE_WORDS, type ProcessingBoard } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { withoutSettings } from '../../format/without-settings.rules.js';
import { alarmsOf, type Alarm } from './alarms.rules.js';
import { useLanguageName } from './board-tables.js';

/** Sentences that say what is wrong and what to do; one quiet line when nothing is. */
export function AlarmList({ board }: { board: ProcessingBoard }) {
  const { t } = useTranslation();
  const say = useAlarmWords();
  const alarms = alarmsOf(board);
  if (alarms.length === 0) {
    if (board.attention.length > 0) return null;
    return (
      <p className="all-well line dense soft ruled-above padded-thin">
        <CheckCircleOutlined />
        {t('processing.allWell')}
      </p>
    );
  }
  return (
    <section className="alarms" aria-label={t('processing.alarmsTitle')}>
      <ul>
        {alarms.map((alarm, i) => (
          <li key={i} className={alarm.grave ? 'grave' : ''}>
            {alarm.grave ? <ExclamationCircleOutlined /> : <InfoCircleOutlined />}
            <span>{say(alarm)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useAlarmWords(): (alarm: Alarm) => React.ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const languageName = useLanguageName();
  const runsIt = useMay('company.manage');
  return (alarm) => {
    switch (alarm.kind) {
      case 'no_worker':
        return t('processing.alarm.no_worker');
      case 'stuck':
        return t('processing.alarm.stuck', { age: format.duration(alarm.seconds * 1000) });
      case 'silent':
        return t('processing.alarm.silent', { count: alarm.count, at: format.time(alarm.at, true) });
      case 'skew':
        return t('processing.alarm.skew', { host: alarm.host, seconds: format.number(alarm.seconds) });
      case 'no_engine':
      case 'demonstration':
        return t(`processing.alarm.${alarm.kind}`, { language: languageName(alarm.language) });
      case 'versions':
        return t('processing.alarm.versions', { versions: alarm.versions.join(', ') });
      case 'schedule': {
        const schedule = format.text(SCHEDULE_WORDS[alarm.name]);
        const failing = runsIt ? 'schedule_failing' : 'schedule_asks';
        return t(`processing.alarm.${alarm.late ? 'schedule_late' : failing}`, { schedule });
      }
      case 'part':
        return (
          <>
            <b>{t(`processing.part.${alarm.part}`)}</b>{' '}
            {format.text(runsIt ? alarm.words : withoutSettings(alarm.words))}
          </>
        );
    }
  };
}
