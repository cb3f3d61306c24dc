import type { ScorecardItem } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../../components/failure-note.js';
import { parts } from '../../../components/opened/part.js';
import { useCallDisputes } from '../../../data/disputes.js';
import { useFormat } from '../../../format/use-format.js';
import type { ContestProps } from '../../disputes/dialogs.js';
import { useCallPage } from '../call-page.js';
import type { Span } from '../rules/evidence.rules.js';

const { ContestDialog } = parts(() => import('../../disputes/dialogs.js'));
const { DisputeEntries } = parts(() => import('../../disputes/dispute-entries.js'));

/** What was contested of an item, and for its agent a way to contest it while there is time. */
export function ItemDispute({ item, span }: { item: ScorecardItem; span: Span | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, card, player } = useCallPage();
  const disputes = useCallDisputes(call.callId);
  // The card and the item as they were when the dialog opened: that is what is contested.
  const [contested, setContested] = useState<Omit<ContestProps, 'callId' | 'onClose'> | null>(null);
  const { data } = disputes;
  if (!data || !card) return <Failed of={disputes} />;
  const ofItem = data.items.filter(
    (one) => one.itemId === item.itemId && one.legId === card.legId && one.checklist.id === card.checklist.id,
  );
  const until = data.open.find((one) => one.scorecardId === card.scorecardId && one.itemId === item.itemId)?.until;
  const contest = () => setContested({ card, item, atMs: player?.ms || (span?.fromMs ?? 0) });
  return (
    <>
      {ofItem.length > 0 && <DisputeEntries disputes={ofItem} />}
      {until !== undefined && (
        <div className="detail-actions line above-2">
          <Button size="small" onClick={contest}>
            {t('disputes.contest.act')}
          </Button>
          <small>{t('disputes.contest.until', { at: format.dateTime(until) })}</small>
        </div>
      )}
      {contested && <ContestDialog callId={call.callId} {...contested} onClose={() => setContested(null)} />}
    </>
  );
}
