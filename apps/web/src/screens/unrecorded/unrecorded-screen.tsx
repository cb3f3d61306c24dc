import { becameSchema, inAddress, type UnrecordedCall, type UnrecordedCalls } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { type Column, Dash, DataTable } from '../../components/data-table.js';
import { useReason, useUnrecorded, useUnrecordedChoices } from '../../data/calls.js';
import { useFormat } from '../../format/use-format.js';
import { useAddressFilters } from '../audit/audit-page.js';
import { ChoiceField, DayField, FilterBar, type Filtering } from '../audit/filter-fields.js';

const FILTERS = ['from', 'to', 'became', 'queue', 'team'] as const;
type UnrecordedFilter = (typeof FILTERS)[number];

/** By day, outcome, queue and team; a change begins at the newest call again. */
function UnrecordedFilters(filtering: Filtering<UnrecordedFilter>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useUnrecordedChoices();
  const { filters, change, count, clear } = filtering;
  return (
    <FilterBar count={count} clear={clear}>
      <DayField of="from" {...filtering} />
      <DayField of="to" {...filtering} />
      <ChoiceField
        label={t('unrecorded.became')}
        value={filters.became}
        options={becameSchema.options.map((value) => ({ value, label: t(`legs.became.${value}`) }))}
        onChange={(became) => change('became', became)}
      />
      <ChoiceField
        label={t('unrecorded.queue')}
        value={filters.queue}
        options={(data?.queues ?? []).map((queue) => ({ value: inAddress(queue), label: queue }))}
        onChange={(queue) => change('queue', queue)}
      />
      <ChoiceField
        label={t('unrecorded.team')}
        value={filters.team}
        options={(data?.teams ?? []).map(({ teamId, name }) => ({ value: teamId, label: format.text(name) }))}
        onChange={(team) => change('team', team)}
      />
    </FilterBar>
  );
}

/** Calls that only the telephone system knows: what became of them, and whose they were. Filters and page live in the address. */
export function UnrecordedScreen() {
  const { t } = useTranslation();
  return (
    <AdminPage
      title={t('unrecorded.title')}
      needs="calls.read"
      head={<Link to="/calls">{t('unrecorded.toCalls')}</Link>}
    >
      <Found />
    </AdminPage>
  );
}

function Found() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const filtering = useAddressFilters<UnrecordedFilter>(FILTERS);
  const cursor = search.get('cursor');
  const found = useUnrecorded({ ...filtering.filters, ...(cursor && { cursor }) });
  return (
    <>
      <p className="note">{t('unrecorded.intro')}</p>
      <UnrecordedFilters {...filtering} />
      <WhenRead of={found}>{(page) => <Page page={page} filters={filtering.count} />}</WhenRead>
    </>
  );
}

function Page({ page: { items, nextCursor }, filters }: { page: UnrecordedCalls; filters: number }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const [search] = useSearchParams();
  const at = (cursor: string | null) => {
    const next = new URLSearchParams(search);
    if (cursor === null) next.delete('cursor');
    else next.set('cursor', cursor);
    return `?${next.toString()}`;
  };
  return (
    <>
      {items.length === 0 ? (
        <p className="note">{filters > 0 ? t('unrecorded.noneFiltered', { count: filters }) : t('unrecorded.none')}</p>
      ) : (
        <DataTable caption={t('unrecorded.caption')} rows={items} keyOf={({ callId }) => callId} columns={columns} />
      )}
      {(search.has('cursor') || nextCursor) && (
        <p className="flex gap-4 padded">
          {search.has('cursor') && <Link to={at(null)}>{t('unrecorded.newest')}</Link>}
          {nextCursor && <Link to={at(nextCursor)}>{t('unrecorded.older')}</Link>}
        </p>
      )}
    </>
  );
}

const NotRecorded = ({ reason }: { reason: string }) => <span>{useReason('not_recorded', reason).what}</span>;

function useColumns(): Column<UnrecordedCall>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const listed = (names: readonly string[]) => (
    <span className="unrecorded-names">
      {names.map((name) => (
        <span key={name}>{name}</span>
      ))}
    </span>
  );
  const seconds = (value: number | null, asked: boolean) =>
    value !== null ? format.measured(value) : asked ? t('calls.unknown') : <Dash />;
  return [
    {
      name: t('unrecorded.column.at'),
      cell: ({ callId, startedAt, customer }) => (
        <Link
          to={`/calls/${callId}`}
          aria-label={t('unrecorded.open', {
            time: format.dateTime(startedAt),
            customer: customer ?? t('calls.unknown'),
          })}
        >
          {format.dateTime(startedAt)}
        </Link>
      ),
    },
    {
      name: t('unrecorded.column.became'),
      cell: (call) => (
        <span className="ruled">
          <b>{becameWords(call)}</b>
          {call.notRecorded !== null && <NotRecorded reason={call.notRecorded} />}
          {call.direction && <span>{t(`call.direction.${call.direction}`)}</span>}
        </span>
      ),
    },
    { name: t('unrecorded.column.customer'), cell: ({ customer }) => customer ?? t('calls.unknown'), named: true },
    {
      name: t('unrecorded.column.queue'),
      cell: ({ queues }) => (queues.length > 0 ? listed(queues) : <Dash />),
      quiet: ({ queues }) => queues.length === 0,
    },
    {
      name: t('unrecorded.column.waited'),
      cell: ({ waitedSeconds, queues }) => seconds(waitedSeconds, queues.length > 0),
      number: true,
    },
    {
      name: t('unrecorded.column.rang'),
      cell: ({ rangSeconds, agents, extensions }) => seconds(rangSeconds, agents.length + extensions.length > 0),
      number: true,
    },
    {
      name: t('unrecorded.column.whose'),
      cell: (call) => listed(whose(call)),
      named: true,
      quiet: (call) => whose(call).length === 0,
    },
  ];

  function becameWords({ became, stage }: UnrecordedCall): string {
    if (became === 'answered') return t('unrecorded.answered');
    return became === 'unknown' && stage !== 'ended' ? t('unrecorded.going') : t(`legs.became.${became}`);
  }

  /** Agents by name; a telephone of which it is not known whose it is by its extension; of a queue alone, its team. */
  function whose({ agents, extensions, teams }: UnrecordedCall): string[] {
    const names = [
      ...agents.map(({ name }) => format.text(name)),
      ...extensions.map((name) => t('unrecorded.extension', { name })),
    ];
    return names.length > 0 ? names : teams.map((name) => format.text(name));
  }
}
