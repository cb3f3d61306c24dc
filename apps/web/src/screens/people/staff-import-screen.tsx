import type { StaffPreview } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Back } from '../../components/acts.js';
import { DataTable } from '../../components/data-table.js';
import { AdminPage } from '../../components/admin-page.js';
import { FileImport } from '../../components/file-import.js';
import { importStaff } from '../../data/company.js';
import { useLanguage } from '../../format/use-format.js';

const TEMPLATE = {
  zh: '工号,中文姓名,英文姓名,班组,用户名,语言,角色\r\n',
  en: 'staff_number,name_zh,name_en,team,username,language,roles\r\n',
};

/** Staff from a CSV file: previewed line by line, then taken as a whole or not at all. */
export function StaffImportScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const head = <Back to="/people">{t('people.back')}</Back>;
  return (
    <AdminPage title={t('staffImport.title')} needs="people.manage" head={head}>
      <section className="admin-section">
        <p className="admin-hint">{t('staffImport.intro')}</p>
        <p className="admin-hint">{t('staffImport.rolesHint')}</p>
        <FileImport
          accept=".csv,text/csv"
          send={importStaff}
          changes={['people']}
          isNothing={({ counts }) => counts.new + counts.changed === 0}
          template={{ name: 'staff.csv', text: TEMPLATE[language] }}
        >
          {(preview) => <Lines {...preview} />}
        </FileImport>
      </section>
    </AdminPage>
  );
}

function Lines({ rows, moreRows, counts }: StaffPreview) {
  const { t } = useTranslation();
  const separator = useLanguage() === 'zh' ? '、' : ', ';
  const accounts = t('staffImport.accounts', { count: counts.accounts });
  const proposals = t('staffImport.proposals', { count: counts.proposals });
  return (
    <>
      <p>{t('staffImport.counts', { ...counts, accounts, proposals })}</p>
      {rows.length > 0 && (
        <DataTable
          keepsColumns
          rows={rows}
          keyOf={({ line }) => String(line)}
          columns={[
            { name: t('staffImport.line'), cell: ({ line }) => line },
            { name: t('people.staffNumber'), cell: ({ staffNumber }) => staffNumber },
            {
              name: t('staffImport.result'),
              cell: ({ result, changes }) => (
                <>
                  {t(`staffImport.results.${result}`)}
                  {changes.length > 0 && (
                    <small>{changes.map((change) => t(`staffImport.changes.${change}`)).join(separator)}</small>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {moreRows > 0 && <p className="admin-hint">{t('staffImport.moreRows', { count: moreRows })}</p>}
    </>
  );
}
