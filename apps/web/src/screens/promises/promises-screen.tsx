import {
  type CommitmentFigures,
  type CommitmentHistory,
  type CommitmentView,
  type CommitmentViewName,
  commitmentViewNameSchema,
} from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Failed } from '../../components/failure-note.js';
import { useCommitmentFigures, useCommitmentHistory, useCommitments } from '../../data/commitments.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { useId, useState } from 'react';
import { DueWords, PromisedWords, PromiseQuestion } from './due-words.js';
import { PromiseActions } from './promise-actions.js';
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
    <section className="promises fills on-surface relative" tabIndex={0} aria-label={t('promises.title')}>
      <header className="promises-head line gap-1 padded-thin">
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
    <nav className="promise-views flex wraps gap-4 ruled-below" aria-label={t('promises.views')}>
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
    <div className="grid gap-6 padded" aria-busy="true">
      <span className="seen-by-readers-only" role="status">
        {t('promises.reading')}
      </span>
      {[70, 55, 80, 60].map((width) => (
        <span key={width} className="bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** One promise: when it is due, what was said, whose it is, and what can be answered. */
function PromiseRow({ commitment }: { commitment: CommitmentView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const historyId = useId();
  const { callId, kind, fromMs, matter, customer, owner, team, offeredTo, candidateCallId, fulfilledByCallId } =
    commitment;
  return (
    <li className={`promise-row dense grid at-top gap-4 ruled-below padded is-${commitment.state}`}>
      <DueWords commitment={commitment} />
      <div className="promise-what">
        <b>{t(`promises.kind.${kind}`)}</b>
        <PromisedWords commitment={commitment} />
        <small className="promise-facts wraps gap-3">
          {matter && <span>{matter}</span>}
          {customer && <span>{customer}</span>}
          <span>{format.text(owner.name)}</span>
          <span>{format.text(team)}</span>
          <Link to={`/calls/${callId}?t=${Math.floor(fromMs / 1000)}`}>
            {t('promises.openCall', { at: format.clock(fromMs) })}
          </Link>
        </small>
        {offeredTo && (
          <small className="promise-note">{t('promises.offered', { name: format.text(offeredTo.name) })}</small>
        )}
        <PromiseQuestion commitment={commitment} />
        {candidateCallId && commitment.may.includes('kept') && (
          <small className="promise-note">
            {t('promises.candidate')} <Link to={`/calls/${candidateCallId}`}>{t('promises.laterCall')}</Link>
          </small>
        )}
        {fulfilledByCallId && (
          <small className="promise-note">
            {t('promises.fulfilled')} <Link to={`/calls/${fulfilledByCallId}`}>{t('promises.laterCall')}</Link>
          </small>
        )}
      </div>
      <div className="promise-actions flex wraps to-end gap-2">
        <PromiseActions commitment={commitment} />
        <Button size="small" type="text" aria-expanded={open} aria-controls={historyId} onClick={() => setOpen(!open)}>
          {t('promises.history')}
        </Button>
      </div>
      {open && <PromiseHistory id={historyId} commitment={commitment} />}
    </li>
  );
}

/** Everything that happened to a promise, oldest first. */
function PromiseHistory({ id, commitment }: { id: string; commitment: CommitmentView }) {
  const { t } = useTranslation();
  const history = useCommitmentHistory(commitment.commitmentId, commitment.revision, true);
  return (
    <div id={id} className="promise-history">
      <Failed of={history} />
      {history.isPending && <span className="bone" style={{ width: '40%' }} aria-hidden />}
      <ol aria-label={t('promises.history')}>
        {history.data?.entries.map((entry) => (
          <Entry key={entry.entryId} entry={entry} />
        ))}
      </ol>
    </div>
  );
}

function Entry({ entry }: { entry: CommitmentHistory['entries'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { at, action, by, to, dueAt, evidenceCallId, note } = entry;
  const who = by ? format.text(by.name) : t('promises.product');
  return (
    <li>
      <time dateTime={at}>{format.dateTime(at)}</time>
      <span>
        {t(`promises.action.${action}`, {
          who,
          to: to ? format.text(to.name) : '',
          time: dueAt ? format.dateTime(dueAt) : '',
        })}
        {evidenceCallId && (
          <>
            {' '}
            <Link to={`/calls/${evidenceCallId}`}>{t('promises.laterCall')}</Link>
          </>
        )}
        {note && <q className="promise-reason block soft">{note}</q>}
      </span>
    </li>
  );
}
