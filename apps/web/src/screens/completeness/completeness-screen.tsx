import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { parts } from '../../components/opened/part.js';
import { ViewTabs } from '../../components/tabs.js';
import { useCompleteness } from '../../data/completeness.js';
import { useMay, useMe } from '../../data/session.js';
import { siteDay } from '../../format/site-day.js';
import { CompletenessTable } from './completeness-table.js';
import { GapList } from './gap-list.js';
import { daysBack, PERIODS, periodOf } from './period.rules.js';
import './completeness.css';

const { SettingsDialog } = parts(() => import('./dialogs.js'));

/** Whether all that is known of calls is there: by source and team, and each gap. */
export function CompletenessScreen() {
  const { t } = useTranslation();
  const { timeZone } = useMe();
  const [search, setSearch] = useSearchParams();
  const [reads, sets] = [useMay('completeness.read'), useMay('completeness.manage')];
  const [setting, setSetting] = useState(false);
  const period = periodOf(search.get('period'));
  const board = useCompleteness(daysBack(siteDay(timeZone), period), reads);
  const choose = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries({ after: null, ...changes }))
      if (value === null) next.delete(name);
      else next.set(name, value);
    // Only a page of the list is a place to go back to.
    setSearch(next, { replace: changes['after'] === undefined });
  };
  return (
    <AdminPage
      title={t('completeness.title')}
      needs="completeness.read"
      head={
        <ViewTabs
          name={t('completeness.period')}
          value={period}
          onChange={(to) => choose({ period: to })}
          views={PERIODS.map((value) => ({ value, label: t(`completeness.in.${value}`) }))}
        />
      }
      acts={sets && <Button onClick={() => setSetting(true)}>{t('completeness.set')}</Button>}
    >
      <p className="note">{t('completeness.intro')}</p>
      <WhenRead of={board}>
        {(read) => (
          <>
            <CompletenessTable board={read} onChoose={(source, team) => choose({ source, team })} />
            <GapList board={read} search={search} onChoose={choose} />
            {setting && <SettingsDialog settings={read.settings} onClose={() => setSetting(false)} />}
          </>
        )}
      </WhenRead>
    </AdminPage>
  );
}
