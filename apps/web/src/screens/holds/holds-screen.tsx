import { PlusOutlined } from '@ant-design/icons';
import type { Hold } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { ViewTabs } from '../../components/tabs.js';
import { Select } from '../../components/opened/select.js';
import { DataTable } from '../../components/data-table.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { useHolds } from '../../data/holds.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import '../legal/legal.css';
import { useRuleWords } from './use-rule-words.js';

const VIEWS = ['in_force', 'release_asked', 'released', 'all'] as const;
type View = (typeof VIEWS)[number];

const IN_VIEW: Record<View, (hold: Hold) => boolean> = {
  in_force: ({ state }) => state !== 'released',
  release_asked: ({ state }) => state === 'release_asked',
  released: ({ state }) => state === 'released',
  all: () => true,
};

/** What is kept in spite of the schedule, for which case, and who released it. */
export function HoldsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayPlace = useMay('holds.place');
  const acts = mayPlace && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/holds/new')}>
      {t('holds.place')}
    </Button>
  );
  return (
    <AdminPage title={t('holds.title')} needs="holds.read" acts={acts}>
      <Holds />
    </AdminPage>
  );
}

function Holds() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const list = useHolds();
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'in_force';
  const caseId = search.get('case');
  const choose = (next: { view?: string; caseId?: string }) => {
    const all = { view: next.view ?? view, case: next.caseId ?? caseId ?? '' };
    setSearch(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')), { replace: true });
  };
  return (
    <WhenRead of={list}>
      {({ holds }) => {
        if (holds.length === 0) return <p className="note">{t('holds.empty')}</p>;
        const cases = new Map(holds.map((hold) => [hold.case.caseId, `${hold.case.reference} ${hold.case.title}`]));
        const shown = holds.filter((hold) => IN_VIEW[view](hold) && (!caseId || hold.case.caseId === caseId));
        return (
          <>
            <div className="legal-views legal-views-row">
              <ViewTabs
                name={t('holds.views')}
                value={view}
                onChange={(value) => choose({ view: value })}
                views={VIEWS.map((value) => ({ value, label: t(`holds.view.${value}`) }))}
              />
              <Select
                aria-label={t('holds.caseFilter')}
                value={caseId ?? ''}
                onChange={(value) => choose({ caseId: value })}
                options={[
                  { value: '', label: t('holds.anyCase') },
                  ...[...cases].map(([value, label]) => ({ value, label })),
                ]}
                popupMatchSelectWidth={false}
              />
            </div>
            {shown.length === 0 ? (
              <p className="note">
                {t('holds.emptyFiltered')}{' '}
                <button type="button" className="plain" onClick={() => setSearch({ view: 'all' }, { replace: true })}>
                  {t('holds.clear')}
                </button>
              </p>
            ) : (
              <HoldTable holds={shown} />
            )}
          </>
        );
      }}
    </WhenRead>
  );
}

function HoldTable({ holds }: { holds: readonly Hold[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ruleWords = useRuleWords();
  return (
    <DataTable
      rows={holds}
      keyOf={({ holdId }) => holdId}
      past={({ state }) => state === 'released'}
      columns={[
        {
          name: t('holds.column.code'),
          cell: ({ holdId, code, case: about }) => (
            <>
              <Link to={`/holds/${holdId}`}>{code}</Link>
              <small>{about.reference}</small>
            </>
          ),
        },
        {
          name: t('holds.column.covers'),
          cell: ({ calls, rule }) => (
            <>
              {t('holds.calls', { count: calls })}
              <small>{rule ? ruleWords(rule) : t('holds.listed')}</small>
            </>
          ),
        },
        { name: t('holds.column.reason'), cell: ({ reason }) => reason, mark: () => 'legal-words' },
        {
          name: t('holds.column.placed'),
          cell: ({ placed }) => (
            <>
              {format.text(placed.by)}
              <small>{format.dateTime(placed.at)}</small>
            </>
          ),
        },
        {
          name: t('holds.column.state'),
          cell: ({ state }) => t(`holds.state.${state}`),
          mark: ({ state }) => state === 'release_asked' && 'legal-due',
        },
      ]}
    />
  );
}
