import { csvRecords, decodeText, type ImportedRows, MOST_IMPORT_ROWS } from '#contracts';
import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Acts } from '../../components/acts.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { useChecklists, useImportRows } from '../../data/checklists.js';
import { useFormat, useLanguage } from '../../format/use-format.js';
import { ImportChanges } from './import-changes.js';
import { FailureNote } from '../../components/failure-note.js';
import { templateCsv, templateSheets } from './rows/template.rules.js';
import { rowsOfXlsx } from './rows/xlsx.js';
import { NotASpreadsheet, TooManyRows } from './rows/zip-parts.js';

/** Takes a checklist from a spreadsheet: what it holds and what is wrong with its rows is seen before it is kept. */
export function RowsImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const format = useFormat();
  const send = useImportRows();
  const id = useId();
  const [checklistId, setId] = useState('');
  const [title, setTitle] = useState({ zh: '', en: '' });
  const [rows, setRows] = useState<string[][] | null>(null);
  const [unread, setUnread] = useState<'unread' | 'many' | null>(null);
  const [seen, setSeen] = useState<ImportedRows | null>(null);
  const known = useChecklists(true).data?.checklists.find((one) => one.checklistId === checklistId);
  const titled = (title.zh || title.en) !== '';
  const changed = () => {
    setSeen(null);
    send.reset();
  };
  const take = async (file: File) => {
    changed();
    setRows(null);
    setUnread(null);
    await rowsOfFile(file).then(setRows, (error: unknown) =>
      setUnread(error instanceof TooManyRows ? 'many' : 'unread'),
    );
  };
  const ask = (apply: boolean) =>
    send.mutateAsync({
      ...{ checklistId, apply },
      ...(titled && { title }),
      rows: rows ?? [],
      ...(apply && { replaces: seen?.replaces?.revision ?? null }),
    });
  const preview = async () => setSeen(await ask(false));
  const keep = async () => {
    await ask(true);
    void navigate(`/checklists/${checklistId}?draft=1`);
  };
  const ready =
    /^[a-z0-9-]{1,60}$/.test(checklistId) && (titled || known !== undefined) && rows !== null && rows.length > 1;
  const text = (name: string, label: string, value: string, set: (value: string) => void, hint?: string) => (
    <Field label={label} htmlFor={`${id}-${name}`} {...(hint && { hint })}>
      <Input
        id={`${id}-${name}`}
        value={value}
        maxLength={name === 'id' ? 60 : 200}
        onChange={({ target }) => {
          changed();
          set(target.value);
        }}
      />
    </Field>
  );
  return (
    <ActionDialog
      title={t('checklists.rowsTitle')}
      okText={seen && seen.problems.length === 0 ? t('checklists.importApply') : t('checklists.importPreview')}
      disabled={!ready || (seen !== null && seen.problems.length > 0)}
      send={seen && seen.problems.length === 0 ? keep : preview}
      onDone={() => undefined}
      onClose={onClose}
      width={760}
    >
      <p className="admin-hint">{t('checklists.rowsIntro')}</p>
      <div className="admin-fields">
        {text(
          'id',
          t('checklists.newId'),
          checklistId,
          (value) => setId(value.toLowerCase()),
          known ? t('checklists.rowsKnown', { title: format.text(known.title) }) : t('checklists.newIdHint'),
        )}
        {text('zh', t('checklists.titleZh'), title.zh, (zh) => setTitle({ ...title, zh }))}
        {text('en', t('checklists.titleEn'), title.en, (en) => setTitle({ ...title, en }))}
      </div>
      <File onFile={take} />
      {unread && (
        <p role="alert" className="admin-wrong">
          {unread === 'many' ? t('checklists.rowsMany', { count: MOST_IMPORT_ROWS }) : t('checklists.rowsUnread')}
        </p>
      )}
      {rows && <p role="status">{t('checklists.rowsRead', { count: Math.max(0, rows.length - 1) })}</p>}
      {seen && <Seen seen={seen} />}
    </ActionDialog>
  );
}

/** A checklist is a few kilobytes; a file of gigabytes would take the tab with it. */
const MOST_FILE_BYTES = 20_000_000;

/** @throws TooManyRows, and NotASpreadsheet also for .xls and for files with a password, which are no ZIP, and would be read as text of signs */
async function rowsOfFile(file: File): Promise<string[][]> {
  if (file.size > MOST_FILE_BYTES) throw new NotASpreadsheet();
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) throw new NotASpreadsheet();
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows = isZip ? await rowsOfXlsx(bytes) : rowsOfText(bytes);
  while (rows.length > 0 && rows.at(-1)!.every((cell) => cell.trim() === '')) rows.pop();
  if (rows.length > MOST_IMPORT_ROWS + 1) throw new TooManyRows();
  return rows;
}

function rowsOfText(bytes: Uint8Array): string[][] {
  const decoded = decodeText(bytes);
  if (!decoded) throw new NotASpreadsheet();
  return csvRecords(decoded.text).map(({ cells }) => cells);
}

function File({ onFile }: { onFile: (file: File) => Promise<void> }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Acts>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx"
        hidden
        aria-label={t('checklists.importFile')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void onFile(file);
          target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('checklists.importFile')}</Button>
      <TemplateLinks />
    </Acts>
  );
}

function Seen({ seen }: { seen: ImportedRows }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { problems, definition, keptIds } = seen;
  if (problems.length > 0) {
    return (
      <div role="alert">
        <p className="admin-wrong">{t('checklists.rowsProblems')}</p>
        <ul className="admin-problems">
          {problems.map(({ row, words }, i) => (
            <li key={i}>
              <b>{t('checklists.rowsRow', { count: row })}</b>
              <span>{words[language]}</span>
            </li>
          ))}
        </ul>
      </div>
    );
  }
  const items = definition.sections.flatMap((section) => section.items);
  const kept = keptIds > 0 ? [t('checklists.rowsKept', { count: keptIds })] : [];
  return <ImportChanges seen={seen} more={[t('checklists.total', { count: items.length }), ...kept].join(' ')} />;
}

/** Templates to fill in, as XLSX with a sheet that explains the columns, and as CSV. */
function TemplateLinks() {
  const { t } = useTranslation();
  const [failed, setFailed] = useState<unknown>(null);
  const take = (language: 'zh' | 'en') => {
    setFailed(null);
    workbook(language).catch((error: unknown) => setFailed(error));
  };
  return (
    <>
      {(['zh', 'en'] as const).map((language) => {
        const name = t(language === 'zh' ? 'checklists.rowsTemplateZh' : 'checklists.rowsTemplateEn');
        return (
          <span key={language} className="rows-template">
            {name}
            <Button type="link" size="small" aria-label={`${name} XLSX`} onClick={() => take(language)}>
              XLSX
            </Button>
            <a
              href={`data:text/csv;charset=utf-8,${encodeURIComponent(templateCsv(language))}`}
              download={`checklist-${language}.csv`}
              aria-label={`${name} CSV`}
            >
              CSV
            </a>
          </span>
        );
      })}
      {failed !== null && <FailureNote error={failed} />}
    </>
  );
}

/** What writes it is fetched when it is asked for. Everything is text: nothing in the file is a formula. */
async function workbook(language: 'zh' | 'en'): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const sheets = templateSheets(language).map(({ name, rows, widths }) => ({
    sheet: name,
    data: rows.map((row, at) =>
      row.map((value) => ({ value, type: String, wrap: true, ...(at === 0 && { fontWeight: 'bold' as const }) })),
    ),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }));
  await writeExcelFile(sheets).toFile(`checklist-${language}.xlsx`);
}
