import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage } from '../../components/admin-page.js';
import { PartTabs } from '../../components/tabs.js';
import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleOutlined, StopOutlined } from '@ant-design/icons';
import type { SourceHealth, TelephonySourceView } from '#contracts';

/** A page of telephony, with the ways to the others. */
export function TelephonyPage({ acts, children }: { acts?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const tabs = (
    <PartTabs
      name={t('telephony.title')}
      parts={[
        { to: '/telephony', label: t('telephony.extensions') },
        { to: '/telephony/sources', label: t('sources.title') },
        { to: '/telephony/capture', label: t('capture.title') },
        { to: '/telephony/preview', label: t('sources.preview') },
      ]}
    />
  );
  return (
    <AdminPage title={t('telephony.title')} needs="company.manage" head={tabs} acts={acts}>
      {children}
    </AdminPage>
  );
}

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
