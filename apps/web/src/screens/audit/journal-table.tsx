import type { JournalRow } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';
import { useEntryWords } from './use-entry-words.js';

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
