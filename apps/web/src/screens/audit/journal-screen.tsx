import { journalRoutes, EVENT_DOMAIN_NAMES, type JournalFilters } from '#contracts';
import { useTranslation } from 'react-i18next';
import { More } from '../../components/data-table.js';
import { WhenRead } from '../../components/admin-page.js';
import { useAuditJournal, useJournalChoices } from '../../data/audit.js';
import { useMay } from '../../data/session.js';
import { AuditPage } from './audit-page.js';
import { ChainStatus } from './chain-status.js';
import { CallField, ChoiceField, DayField, FilterBar, PersonField } from './filter-fields.js';
import { JournalTable } from './journal-table.js';
import { useAddressFilters } from './use-address-filters.js';

const NAMES = ['from', 'to', 'person', 'call', 'case', 'kind'] as const;

/** The chained journal, narrowed by the filters in the address. */
export function JournalScreen() {
  const { t } = useTranslation();
  const may = useMay('journal.read');
  const { filters } = useAddressFilters(NAMES);
  return (
    <AuditPage title={t('audit.journal')} file={{ route: journalRoutes.export, name: 'journal', filters }}>
      {may && <Journal />}
    </AuditPage>
  );
}

function Journal() {
  const { t } = useTranslation();
  const filtering = useAddressFilters(NAMES);
  const { filters, count, change, clear } = filtering;
  const choices = useJournalChoices(true);
  const journal = useAuditJournal(filters as JournalFilters);
  const cases = (choices.data?.cases ?? []).map(({ caseId, reference, title }) => ({
    value: caseId,
    label: `${reference} ${title}`,
  }));
  const kinds = EVENT_DOMAIN_NAMES.map((kind) => ({ value: kind, label: t(`auditPage.kind.${kind}`) }));
  return (
    <>
      <ChainStatus />
      <FilterBar count={count} clear={clear}>
        <DayField of="from" {...filtering} />
        <DayField of="to" {...filtering} />
        <PersonField {...filtering} />
        <ChoiceField
          label={t('auditPage.filter.kind')}
          value={filters.kind}
          options={kinds}
          onChange={(kind) => change('kind', kind)}
        />
        <ChoiceField
          label={t('auditPage.filter.case')}
          value={filters.case}
          options={cases}
          onChange={(one) => change('case', one)}
        />
        <CallField key={filters.call ?? ''} {...filtering} />
      </FilterBar>
      <WhenRead of={journal}>
        {({ pages }) => {
          const rows = pages.flatMap(({ entries }) => entries);
          if (rows.length > 0) return <JournalTable rows={rows} />;
          return <p className="note">{count > 0 ? t('auditPage.noneFiltered', { count }) : t('auditPage.none')}</p>;
        }}
      </WhenRead>
      <More of={journal} word={t('auditPage.more')} />
    </>
  );
}
