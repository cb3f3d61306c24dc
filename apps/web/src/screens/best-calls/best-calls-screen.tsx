import type { BestCall, BestCallListQuery } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ViewTabs } from '../../components/tabs.js';
import { AdminPage } from '../../components/admin-page.js';
import { DataList } from '../../components/data-table.js';
import { part } from '../../components/opened/part.js';
import { useBestCalls } from '../../data/best-calls.js';
import { BestCallEntry } from './best-call-entry.js';
import '../coaching/coaching.css';

const WithdrawDialog = part<{ one: BestCall; onClose: () => void }>(() => import('./withdraw-dialog.js'));

const VIEWS = ['published', 'waiting', 'ended'] as const satisfies readonly BestCallListQuery['show'][];

/** Best calls: to hear, and for those who have a part in them what waits. */
export function BestCallsScreen() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const show = VIEWS.find((one) => one === search.get('show')) ?? 'published';
  const list = useBestCalls(show);
  const [playing, setPlaying] = useState<string | null>(null);
  const [withdrawn, setWithdrawn] = useState<BestCall | null>(null);
  const head = (
    <ViewTabs
      value={show}
      name={t('bestCalls.show')}
      onChange={(to) => setSearch(to === 'published' ? {} : { show: to }, { replace: true })}
      views={VIEWS.map((value) => ({ value, label: t(`bestCalls.view.${value}`) }))}
    />
  );
  return (
    <AdminPage title={t('bestCalls.title')} needs="best_calls.read" head={head}>
      <p className="note">{t('bestCalls.intro')}</p>
      <DataList
        of={list}
        rowsOf={({ items }) => items}
        columns={[
          {
            name: t('bestCalls.about'),
            cell: (one) => (
              <BestCallEntry
                one={one}
                playing={playing === one.bestCallId}
                onPlay={() => setPlaying(one.bestCallId)}
                onWithdraw={() => setWithdrawn(one)}
              />
            ),
          },
        ]}
        keyOf={({ bestCallId }) => bestCallId}
        empty={t(`bestCalls.none.${show}`)}
      />
      {withdrawn && <WithdrawDialog one={withdrawn} onClose={() => setWithdrawn(null)} />}
    </AdminPage>
  );
}
