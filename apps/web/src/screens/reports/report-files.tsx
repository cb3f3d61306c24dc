import { DownloadOutlined } from '@ant-design/icons';
import { reportsRoutes, type ServiceReportBy, type WrittenFilters } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../data/api.js';
import { useMay } from '../../data/session.js';
import { useLanguage } from '../../format/use-format.js';
import type { Grouped } from './use-report-address.js';

const FORMATS = ['csv', 'xlsx', 'pdf'] as const;

/** Saves the table as it is grouped and filtered now. */
export function ReportFiles({ by, filters }: { by: Grouped | ServiceReportBy; filters: WrittenFilters }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay('calls.export');
  if (!may) return null;
  return (
    <span className="report-files" role="group" aria-label={t('reports.download')} title={t('reports.downloadNote')}>
      <DownloadOutlined aria-hidden />
      {FORMATS.map((format) => (
        <Button
          key={format}
          size="small"
          href={addressOf(reportsRoutes[format], { query: { ...filters, by, exportLanguage: language } })}
          download={`report.${format}`}
        >
          {t(`reports.format.${format}`)}
        </Button>
      ))}
    </span>
  );
}
