import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { QualityNumbers } from '../../components/quality-numbers.js';
import { useQualitySettings } from '../../data/disputes.js';

const MOST = { fileDays: 180, decideDays: 60, escalateDays: 60 } as const;
const NAMES = ['fileDays', 'decideDays', 'escalateDays'] as const;

/** How long agents may contest, and how soon people should decide. */
export function Deadlines() {
  const { t } = useTranslation();
  const settings = useQualitySettings();
  const words = {
    save: t('disputes.settings.save'),
    saved: t('disputes.settings.saved'),
    companyOnly: t('disputes.settings.companyOnly'),
  };
  const numbers = NAMES.map((name) => ({ name, label: t(`disputes.settings.${name}`), most: MOST[name] }));
  return (
    <section className="admin-section">
      <h2>{t('disputes.settings.title')}</h2>
      <p className="note">{t('disputes.settings.intro')}</p>
      <WhenRead of={settings}>
        {(read) => <QualityNumbers section="disputes" className="dispute-settings" {...{ read, numbers, words }} />}
      </WhenRead>
    </section>
  );
}
