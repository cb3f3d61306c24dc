import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { QualityNumbers } from '../../components/quality-numbers.js';
import { useQualitySettings } from '../../data/disputes.js';
import { Why } from '../../components/why.js';

/** From where on a team's day is told to its supervisors and quality managers. */
export function AlertLines() {
  const { t } = useTranslation();
  const settings = useQualitySettings();
  const words = {
    save: t('reports.alerts.save'),
    saved: t('reports.alerts.saved'),
    companyOnly: t('reports.alerts.companyOnly'),
  };
  const empty = t('reports.alerts.none');
  const numbers = [
    { name: 'criticalOfTeam', label: t('reports.alerts.criticalOfTeam'), most: 10_000, empty },
    { name: 'ringsPercent', label: t('reports.alerts.ringsPercent'), most: 100, empty },
    { name: 'leastCalls', label: t('reports.alerts.leastCalls'), most: 10_000 },
  ];
  return (
    <section className="admin-section">
      <h2>
        {t('reports.alerts.title')} <Why of="alertLines" name={t('reports.alerts.title')} />
      </h2>
      <p className="note report-note">{t('reports.alerts.intro')}</p>
      <WhenRead of={settings}>
        {(read) => <QualityNumbers section="alerts" className="report-alerts" {...{ read, numbers, words }} />}
      </WhenRead>
    </section>
  );
}
