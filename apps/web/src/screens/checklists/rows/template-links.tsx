import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../../components/failure-note.js';
import { templateCsv, templateSheets } from './template.rules.js';

/** Templates to fill in, as XLSX with a sheet that explains the columns, and as CSV. */
export function TemplateLinks() {
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
