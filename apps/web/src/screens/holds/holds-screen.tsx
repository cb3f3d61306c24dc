import { PlusOutlined } from '@ant-design/icons';
import type { Hold, HoldList } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ListPage } from '../../components/list-page.js';
import { useHolds } from '../../data/holds.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import '../legal/legal.css';
import { useRuleWords } from './hold-facts.js';

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
  const format = useFormat();
  const ruleWords = useRuleWords();
  return (
    <ListPage<Hold, HoldList, View>
      title={t('holds.title')}
      needs="holds.read"
      acts={acts}
      views={{ name: t('holds.views'), of: VIEWS, words: (one) => t(`holds.view.${one}`) }}
      filters={([page]) => [
        {
          of: 'case',
          label: t('holds.caseFilter'),
          options: [{ value: '', label: t('holds.anyCase') }, ...casesOf(page?.holds ?? [])],
        },
      ]}
      useList={useHolds}
      rowsOf={({ holds }, { view, filters }) =>
        holds.filter((hold) => IN_VIEW[view](hold) && (!filters['case'] || hold.case.caseId === filters['case']))
      }
      empty={(_, [page], clear) =>
        page?.holds.length === 0 ? (
          t('holds.empty')
        ) : (
          <>
            {t('holds.emptyFiltered')}{' '}
            <button type="button" className="plain" onClick={clear}>
              {t('holds.clear')}
            </button>
          </>
        )
      }
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

const casesOf = (holds: readonly Hold[]) =>
  [...new Map(holds.map((hold) => [hold.case.caseId, `${hold.case.reference} ${hold.case.title}`]))].map(
    ([value, label]) => ({ value, label }),
  );
