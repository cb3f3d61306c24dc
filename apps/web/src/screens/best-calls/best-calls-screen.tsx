import type { BestCall, BestCallListQuery } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../components/dialogs.js';
import { ListPage, type Asked } from '../../components/list-page.js';
import { useBestCallActs, useBestCalls } from '../../data/best-calls.js';
import { BestCallEntry } from './best-call-entry.js';
import '../coaching/coaching.css';

const VIEWS = ['published', 'waiting', 'ended'] as const satisfies readonly BestCallListQuery['show'][];

const useShown = ({ view }: Asked<(typeof VIEWS)[number]>) => useBestCalls(view);

/** Best calls: to hear, and for those who have a part in them what waits. */
export function BestCallsScreen() {
  const { t } = useTranslation();
  const [playing, setPlaying] = useState<string | null>(null);
  const [withdrawn, setWithdrawn] = useState<BestCall | null>(null);
  return (
    <ListPage
      title={t('bestCalls.title')}
      needs="best_calls.read"
      intro={<p className="note">{t('bestCalls.intro')}</p>}
      views={{ at: 'show', name: t('bestCalls.show'), of: VIEWS, words: (one) => t(`bestCalls.view.${one}`) }}
      useList={useShown}
      rowsOf={({ items }) => items}
      keyOf={({ bestCallId }) => bestCallId}
      empty={({ view }) => t(`bestCalls.none.${view}`)}
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
    >
      {withdrawn && <WithdrawDialog one={withdrawn} onClose={() => setWithdrawn(null)} />}
    </ListPage>
  );
}

/** Withdraws a best call, with a reason. */
function WithdrawDialog({ one, onClose }: { one: BestCall; onClose: () => void }) {
  const { t } = useTranslation();
  const { withdraw } = useBestCallActs(one.bestCallId);
  return (
    <ReasonDialog
      title={t('bestCalls.withdraw.title')}
      label={t('bestCalls.withdraw.label')}
      hint={t('bestCalls.withdraw.hint')}
      okText={t('bestCalls.withdraw.send')}
      send={(reason) => withdraw.mutateAsync(reason)}
      onClose={onClose}
    />
  );
}
