import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { QualityNumbers } from '../../components/quality-numbers.js';
import { useQualitySettings } from '../../data/disputes.js';

/** By what a call is counted as answered in time, or as abandoned; those who may not set it read it above the table. */
export function ServiceLines() {
  const { t } = useTranslation();
  const settings = useQualitySettings();
  if (settings.data && !settings.data.maySet) return null;
  const words = {
    save: t('reports.service.lines.save'),
    saved: t('reports.service.lines.saved'),
    companyOnly: t('reports.alerts.companyOnly'),
  };
  const numbers = [
    { name: 'withinSeconds', label: t('reports.service.lines.withinSeconds'), most: 3_600 },
    { name: 'targetPercent', label: t('reports.service.lines.targetPercent'), most: 100 },
    { name: 'shortAbandonSeconds', label: t('reports.service.lines.shortAbandonSeconds'), most: 600 },
  ];
  return (
    <section className="admin-section">
      <h2>{t('reports.service.lines.title')}</h2>
      <p className="note report-note">{t('reports.service.lines.intro')}</p>
      <WhenRead of={settings}>
        {(read) => <QualityNumbers section="service" className="report-alerts" {...{ read, numbers, words }} />}
      </WhenRead>
    </section>
  );
}
