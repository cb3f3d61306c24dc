import { accessesRoutes, accessKindSchema, accessPurposeSchema, type AccessFilters, type AccessRow } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataList } from '../../components/data-table.js';
import { useAccessLog } from '../../data/audit.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { AuditPage, useAddressFilters } from './audit-page.js';
import { CallField, ChoiceField, DayField, FilterBar, PersonField } from './filter-fields.js';

const NAMES = ['from', 'to', 'person', 'call', 'purpose', 'kind'] as const;

/** Who heard, read, exported or took what, and by which right. */
export function AccessScreen() {
  const { t } = useTranslation();
  const may = useMay('journal.read');
  const { filters } = useAddressFilters(NAMES);
  return (
    <AuditPage title={t('audit.access')} tabs file={{ route: accessesRoutes.export, name: 'accesses', filters }}>
      {may && <Accesses />}
    </AuditPage>
  );
}

function Accesses() {
  const { t } = useTranslation();
  const filtering = useAddressFilters(NAMES);
  const { filters, count, change, clear } = filtering;
  const log = useAccessLog(filters as AccessFilters);
  return (
    <>
      <FilterBar count={count} clear={clear}>
        <DayField of="from" {...filtering} />
        <DayField of="to" {...filtering} />
        <PersonField {...filtering} />
        <ChoiceField
          label={t('auditPage.filter.purpose')}
          value={filters.purpose}
          options={accessPurposeSchema.options.map((value) => ({ value, label: t(`legal.purpose.${value}`) }))}
          onChange={(purpose) => change('purpose', purpose)}
        />
        <ChoiceField
          label={t('auditPage.filter.how')}
          value={filters.kind}
          options={accessKindSchema.options.map((value) => ({ value, label: t(`auditPage.accessKind.${value}`) }))}
          onChange={(kind) => change('kind', kind)}
        />
        <CallField key={filters.call ?? ''} {...filtering} />
      </FilterBar>
      <AccessTable
        log={log}
        none={count > 0 ? t('auditPage.accessNoneFiltered', { count }) : t('auditPage.accessNone')}
      />
    </>
  );
}

function AccessTable({ log, none }: { log: ReturnType<typeof useAccessLog>; none: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const what = ({ kind, heardMs, sentMs }: AccessRow) => {
    if (kind === 'listened_in') return t('auditPage.listenedFor', { duration: format.duration(heardMs ?? 0) });
    if (kind !== 'heard') return t(`auditPage.accessKind.${kind}`);
    if (heardMs) return t('auditPage.heardFor', { duration: format.duration(heardMs) });
    return sentMs ? t('auditPage.sentFor', { duration: format.duration(sentMs) }) : t('auditPage.openedOnly');
  };
  return (
    <DataList
      className="audit-table"
      of={log}
      rowsOf={({ accesses }) => accesses}
      empty={none}
      more={t('auditPage.more')}
      keyOf={({ accessId }) => accessId}
      columns={[
        { name: t('auditPage.accessColumn.at'), cell: ({ at }) => <time dateTime={at}>{format.dateTime(at)}</time> },
        { name: t('auditPage.accessColumn.who'), cell: ({ by }) => (by ? format.text(by.name) : t('journal.someone')) },
        {
          name: t('auditPage.accessColumn.what'),
          cell: (row) => (
            <>
              {what(row)}
              {row.rendition && <small>{t(`legal.rendition.${row.rendition}`)}</small>}
            </>
          ),
        },
        {
          name: t('auditPage.accessColumn.why'),
          cell: ({ purpose, right, requestCode, grantCode }) => (
            <>
              <span className="audit-parted">
                {purpose && <span>{t(`legal.purpose.${purpose}`)}</span>}
                <span>{t(`legal.right.${right}`)}</span>
              </span>
              <small>{[requestCode, grantCode].filter(Boolean).join(' ')}</small>
            </>
          ),
        },
        {
          name: t('auditPage.accessColumn.call'),
          cell: ({ callId }) => callId && <Link to={`/calls/${callId}`}>{t('auditPage.toCall')}</Link>,
        },
      ]}
    />
  );
}
