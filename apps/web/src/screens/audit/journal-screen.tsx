import { EVENT_DOMAIN_NAMES, EVENT_DOMAINS, type JournalFilters, journalRoutes, type JournalRow } from '#contracts';
import { useTranslation } from 'react-i18next';
import { DataTable, More } from '../../components/data-table.js';
import { WhenRead } from '../../components/admin-page.js';
import { useAuditJournal, useJournalChain, useJournalChoices } from '../../data/audit.js';
import { useMay } from '../../data/session.js';
import { AuditPage, useAddressFilters } from './audit-page.js';
import { CopyButton } from '../../components/copy-button.js';
import { Why } from '../../components/why.js';
import { PublicKey } from '../../components/facts.js';
import { useFormat } from '../../format/use-format.js';
import { CallField, ChoiceField, DayField, FilterBar, PersonField } from './filter-fields.js';
import { useState } from 'react';
import { Link } from 'react-router';
import { useEntrySentence } from '../../format/entry-words.js';

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

const VERIFY = 'npm run verify-journal -- --head heads.jsonl --key journal-ed25519.pem.pub';

/** How far the chain is signed, and how an outsider verifies it. Nothing here claims that it was verified. */
function ChainStatus() {
  const { t } = useTranslation();
  const format = useFormat();
  const chain = useJournalChain(true);
  return (
    <section className="audit-chain dense ruled-below padded" aria-label={t('audit.chain.how')}>
      <WhenRead of={chain}>
        {({ head, unsealed, headsFile, publicKey }) => (
          <>
            <p>
              <b>
                {head
                  ? t('audit.chain.signed', {
                      position: format.number(head.position),
                      at: format.dateTime(head.signedAt),
                    })
                  : t('audit.chain.nothing')}
              </b>
              <Why of="chain" name={t('audit.chain.how')} />
              {head && <code className="audit-hash label inked">{head.chainHash.slice(0, 16)}…</code>}
              {unsealed > 0 && <span>{t('audit.chain.unsealed', { count: unsealed })}</span>}
            </p>
            <p className="admin-hint">
              {t('audit.chain.notVerified')} <code className="label inked">{VERIFY}</code>
              <CopyButton text={VERIFY} label={t('audit.chain.copy')} />
            </p>
            <p className="admin-hint">{t('audit.chain.heads', { file: headsFile })}</p>
            <PublicKey pem={publicKey} />
          </>
        )}
      </WhenRead>
    </section>
  );
}

const COLUMNS = ['position', 'at', 'what', 'about', 'seal'] as const;

/** Rows of the journal as sentences; each opens to the entry as the database has it. */
function JournalTable({ rows }: { rows: readonly JournalRow[] }) {
  const { t } = useTranslation();
  return (
    <DataTable head={COLUMNS.map((column) => t(`auditPage.column.${column}`))} className="audit-table">
      {rows.map((row) => (
        <EntryRow key={row.entryId} row={row} />
      ))}
    </DataTable>
  );
}

function EntryRow({ row }: { row: JournalRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = useEntryWords();
  const [open, setOpen] = useState(false);
  const { position, callId, reference, details, signed } = row;
  const name = position === null ? t('auditPage.rawOfNew') : t('auditPage.rawOf', { position });
  return (
    <>
      <tr>
        <td>{position ?? '–'}</td>
        <td>
          <time dateTime={row.at} title={row.at}>
            {format.day(row.at)} {format.time(row.at, true)}
          </time>
        </td>
        <td>
          {wordsOf(row)}
          <button
            type="button"
            className="plain link label beside"
            aria-expanded={open}
            aria-label={name}
            onClick={() => setOpen(!open)}
          >
            {t('auditPage.raw')}
          </button>
        </td>
        <td>
          {callId && <Link to={`/calls/${callId}`}>{t('auditPage.toCall')}</Link>}
          {reference && <small>{reference}</small>}
        </td>
        <td>
          {t(position === null ? 'auditPage.unsealed' : signed ? 'auditPage.signed' : 'auditPage.sealed')}
          {details === null && <small>{t('auditPage.erased')}</small>}
        </td>
      </tr>
      {open && (
        <tr className="audit-opened">
          <td colSpan={COLUMNS.length}>
            <pre className="scrolls-x padded-box around-2" tabIndex={0} aria-label={name}>
              {JSON.stringify(row, null, 2)}
            </pre>
          </td>
        </tr>
      )}
    </>
  );
}

/** Which kind of entries an event is of; null of one that this release does not know. */
const domainOf = (event: string) =>
  EVENT_DOMAIN_NAMES.find((domain) => (EVENT_DOMAINS[domain] as readonly string[]).includes(event)) ?? null;

/** Turns a row of the journal into a sentence of the screen's language. */
function useEntryWords(): (row: JournalRow) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useEntrySentence();
  return ({ event, details, actor, subject, reference }) => {
    const domain = domainOf(event);
    if (details === null) return t('auditPage.erasedEntry', { kind: domain ? t(`auditPage.kind.${domain}`) : event });
    const who = actor ? format.text(actor.name) : t('journal.system');
    const whom = subject ? format.text(subject.name) : t('journal.someone');
    return say(event, details, { who, whom, ref: reference ?? '' }) ?? event;
  };
}
