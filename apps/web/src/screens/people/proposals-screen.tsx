import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminPage, Waiting } from '../../components/admin-page.js';
import { FailureNote } from '../../components/failure-note.js';
import { useDecide, useProposals } from '../../data/people.js';
import { ProposalTable } from './proposal-table.js';

/** Roles that wait for a second person, and what became of the others. */
export function ProposalsScreen() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'waiting' | 'all'>('waiting');
  const head = (
    <Segmented
      value={shown}
      onChange={setShown}
      options={(['waiting', 'all'] as const).map((value) => ({ value, label: t(`proposals.${value}`) }))}
    />
  );
  return (
    <AdminPage title={t('proposals.title')} needs="roles.approve" head={head}>
      <p className="note">{t('proposals.intro')}</p>
      <Proposals key={shown} shown={shown} />
    </AdminPage>
  );
}

function Proposals({ shown }: { shown: 'waiting' | 'all' }) {
  const { t } = useTranslation();
  const list = useProposals(shown === 'waiting' ? 'waiting' : undefined);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const decide = useDecide();
  if (list.error) return <FailureNote error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Waiting />;
  const proposals = list.data.pages.flatMap(({ items }) => items);
  if (proposals.length === 0)
    return <p className="note">{t(shown === 'waiting' ? 'proposals.none' : 'proposals.noneAtAll')}</p>;
  const decidable = proposals.filter(({ mayDecide }) => mayDecide).map(({ proposalId }) => proposalId);
  const chosen = decidable.filter((id) => selected.has(id));
  const toggle = (id: string) =>
    setSelected((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <>
      {decidable.length > 1 && (
        <div className="admin-more admin-actions">
          <Button size="small" onClick={() => setSelected(new Set(decidable.slice(0, 200)))}>
            {t('proposals.selectAll')}
          </Button>
          {chosen.length > 0 && (
            <Button
              size="small"
              type="primary"
              loading={decide.isPending}
              onClick={() => decide.mutate({ proposalIds: chosen, decision: 'approve' })}
            >
              {t('proposals.approveMany', { count: chosen.length })}
            </Button>
          )}
        </div>
      )}
      {decide.error && <FailureNote error={decide.error} />}
      <ProposalTable proposals={proposals} selection={{ selected, toggle }} />
      {list.hasNextPage && (
        <div className="admin-more">
          <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {t('admin.more')}
          </Button>
        </div>
      )}
    </>
  );
}
