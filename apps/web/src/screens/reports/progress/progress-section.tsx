import { progressBySchema, type ProgressBy } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ViewTabs } from '../../../components/tabs.js';
import { WhenRead } from '../../../components/admin-page.js';
import { useProgress } from '../../../data/progress.js';
import { useReportAddress } from '../use-report-address.js';
import { ProgressTable } from './progress-table.js';
import { Why } from '../../../components/why.js';

/** How far reviews of drawn calls are, of draws whose period ended within the report's. */
export function ProgressSection() {
  const { t } = useTranslation();
  const { days } = useReportAddress();
  const [by, setBy] = useState<ProgressBy>('plan');
  const progress = useProgress(by, days);
  return (
    <section className="admin-section" id="progress">
      <h2>
        {t('progress.title')} <Why of="progress" name={t('progress.title')} />
      </h2>
      <div className="report-tabs">
        <ViewTabs
          name={t('progress.by')}
          value={by}
          views={progressBySchema.options.map((value) => ({ value, label: t(`progress.group.${value}`) }))}
          onChange={setBy}
        />
      </div>
      <p className="note report-note">{t('progress.note', { from: days.from, to: days.to })}</p>
      <WhenRead of={progress}>{(read) => <ProgressTable by={by} progress={read} days={days} />}</WhenRead>
    </section>
  );
}
