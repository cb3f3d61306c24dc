import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { ViewTabs } from '../../components/tabs.js';
import { More } from '../../components/data-table.js';
import { AdminPage } from '../../components/admin-page.js';
import { Waiting } from '../../components/waiting.js';
import { Failed } from '../../components/failure-note.js';
import { useProved } from '../../components/step-up.js';
import { useDecide, useProposals, useSuspensions } from '../../data/people.js';
import { useFormat } from '../../format/use-format.js';
import { AbsencesSection } from './absences-section.js';
import { ProposalTable } from './proposal-table.js';
import { Suspension } from './account-section.js';

/** Roles that wait for a second person, and what became of the others. */
export function ProposalsScreen() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'waiting' | 'all'>('waiting');
  const head = (
    <ViewTabs
      name={t('proposals.title')}
      value={shown}
      onChange={setShown}
      views={(['waiting', 'all'] as const).map((value) => ({ value, label: t(`proposals.${value}`) }))}
    />
  );
  return (
    <AdminPage title={t('proposals.title')} needs="roles.approve" head={head}>
      <Suspensions />
      <AbsencesSection waiting />
      <p className="note">{t('proposals.intro')}</p>
      <Proposals key={shown} shown={shown} />
    </AdminPage>
  );
}

/** People whose rights wait for an approver of roles. */
function Suspensions() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useSuspensions();
  if (!data || data.items.length === 0) return null;
  return (
    <section className="admin-section" aria-labelledby="suspensions">
      <h2 id="suspensions">{t('suspension.title')}</h2>
      {data.items.map((one) => (
        <div key={one.person.personId} className="suspension-line">
          <b>{format.text(one.person.name)}</b> <small>{one.person.staffNumber}</small>
          <Suspension suspension={one} />
        </div>
      ))}
    </section>
  );
}

function Proposals({ shown }: { shown: 'waiting' | 'all' }) {
  const { t } = useTranslation();
  const list = useProposals(shown === 'waiting' ? 'waiting' : undefined);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const decide = useProved(useDecide());
  if (list.error) return <Failed of={list} />;
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
        <div className="admin-more">
          <Button size="small" onClick={() => setSelected(new Set(decidable.slice(0, 200)))}>
            {t('proposals.selectAll')}
          </Button>
          {chosen.length > 0 && (
            <Acts>
              <Button
                size="small"
                type="primary"
                loading={decide.isPending}
                onClick={() => void decide.send({ proposalIds: chosen, decision: 'approve' })}
              >
                {t('proposals.approveMany', { count: chosen.length })}
              </Button>
            </Acts>
          )}
        </div>
      )}
      {decide.said}
      <ProposalTable proposals={proposals} selection={{ chosen: selected, toggle }} />
      <More of={list} />
    </>
  );
}
