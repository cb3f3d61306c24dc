import { EVENT_DOMAIN_NAMES, EVENT_DOMAINS, type JournalRow } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';
import { useEntrySentence } from '../../format/entry-words.js';

const COLUMNS = ['position', 'at', 'what', 'about', 'seal'] as const;

/** Rows of the journal as sentences; each opens to the entry as the database has it. */
export function JournalTable({ rows }: { rows: readonly JournalRow[] }) {
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
        <td className="audit-position">{position ?? '–'}</td>
        <td>
          <time dateTime={row.at} title={row.at}>
            {format.day(row.at)} {format.time(row.at, true)}
          </time>
        </td>
        <td>
          {wordsOf(row)}
          <button
            type="button"
            className="plain link audit-raw"
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
            <pre tabIndex={0} aria-label={name}>
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
