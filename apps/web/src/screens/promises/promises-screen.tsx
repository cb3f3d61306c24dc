import { commitmentViewNameSchema, type CommitmentFigures, type CommitmentViewName } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Failed } from '../../components/failure-note.js';
import { useCommitmentFigures, useCommitments } from '../../data/commitments.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { PromiseRow } from './promise-row.js';
import './promises.css';
import { Why } from '../../components/why.js';

/** What was promised to customers: what is due first, and what became of it. */
export function PromisesScreen() {
  const { t } = useTranslation();
  const may = useMay('commitments.read');
  const [search, setSearch] = useSearchParams();
  const view = commitmentViewNameSchema.safeParse(search.get('view')).data ?? 'today';
  const figures = useCommitmentFigures(may);
  return (
    // It scrolls, so that a keyboard must be able to reach it.
    <section className="promises" tabIndex={0} aria-label={t('promises.title')}>
      <header className="promises-head">
        <h1>{t('promises.title')}</h1>
        <Why of="promises" name={t('promises.views')} />
      </header>
      {!may && <p className="note">{t('promises.noPermission')}</p>}
      {may && (
        <>
          <Views
            view={view}
            figures={figures.data}
            onChoose={(next) => setSearch(next === 'today' ? {} : { view: next }, { replace: true })}
          />
          <PromiseList view={view} />
        </>
      )}
    </section>
  );
}

const COUNTED: Partial<Record<CommitmentViewName, (figures: CommitmentFigures) => number>> = {
  today: (figures) => figures.overdue + figures.dueToday + figures.withoutTime,
  overdue: ({ overdue }) => overdue,
  open: ({ open }) => open,
  waiting: ({ waiting }) => waiting,
  questioned: ({ questioned }) => questioned,
};

interface ViewsProps {
  view: CommitmentViewName;
  figures: CommitmentFigures | undefined;
  onChoose: (view: CommitmentViewName) => void;
}

function Views({ view, figures, onChoose }: ViewsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <nav className="promise-views" aria-label={t('promises.views')}>
      {commitmentViewNameSchema.options.map((name) => {
        const count = figures && COUNTED[name]?.(figures);
        return (
          <button
            key={name}
            type="button"
            className="plain"
            aria-current={name === view ? 'page' : undefined}
            onClick={() => onChoose(name)}
          >
            {t(`promises.view.${name}`)}
            {count !== undefined && (
              <b className={name === 'overdue' && count > 0 ? 'grave' : ''}>{format.number(count)}</b>
            )}
          </button>
        );
      })}
    </nav>
  );
}

function PromiseList({ view }: { view: CommitmentViewName }) {
  const { t } = useTranslation();
  const list = useCommitments(view, true);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <ListSkeleton />;
  return (
    <>
      <Failed of={list} />
      {list.isSuccess && items.length === 0 && <p className="promises-empty">{t(`promises.empty.${view}`)}</p>}
      <ul className="promise-rows" aria-label={t(`promises.view.${view}`)}>
        {items.map((one) => (
          <PromiseRow key={one.commitmentId} commitment={one} />
        ))}
      </ul>
      {list.hasNextPage && (
        <p className="promises-more">
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('promises.more')}
          </Button>
        </p>
      )}
    </>
  );
}

function ListSkeleton() {
  const { t } = useTranslation();
  return (
    <div className="promises-skeleton" aria-busy="true">
      <span className="seen-by-readers-only" role="status">
        {t('promises.reading')}
      </span>
      {[70, 55, 80, 60].map((width) => (
        <span key={width} className="bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
