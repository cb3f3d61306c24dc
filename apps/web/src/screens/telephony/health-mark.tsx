import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleOutlined, StopOutlined } from '@ant-design/icons';
import type { SourceHealth, TelephonySourceView } from '#contracts';
import { useTranslation } from 'react-i18next';

const ICONS: Record<SourceHealth, typeof StopOutlined> = {
  ...{ well: CheckCircleOutlined, waiting: ClockCircleOutlined, ended: StopOutlined },
  ...{ silent: ExclamationCircleOutlined, blocked: ExclamationCircleOutlined, aside: ExclamationCircleOutlined },
};

/** How a source is, as a sign and a word. */
export function HealthMark({ of: { health } }: { of: Pick<TelephonySourceView, 'health'> }) {
  const { t } = useTranslation();
  const Icon = ICONS[health];
  return (
    <span>
      <Icon aria-hidden /> {t(`sources.health.${health}`)}
    </span>
  );
}
