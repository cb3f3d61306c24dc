import { DownloadOutlined } from '@ant-design/icons';
import { callFindingRoutes, type WrittenFilters } from '#contracts';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../data/api.js';
import { useCallCount } from '../../data/call-list.js';
import { useMay } from '../../data/session.js';
import { useListShape } from './list-filters.js';
import { useFormat, useLanguage } from '../../format/use-format.js';

const MOST_EXPORTED = 100_000;

/** `通话 128,402`: exactly where that is known, else that there are more. */
export function CallCount({ filters }: { filters: WrittenFilters }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data } = useCallCount(filters);
  if (!data) return null;
  const counted = number(data.counted);
  return <span className="call-count">{data.exact ? counted : t('calls.moreThan', { counted })}</span>;
}

/** Saves the list as it is filtered now; the browser receives the file while the server still reads. */
export function ExportButton({ filters }: { filters: WrittenFilters }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay('calls.export');
  const { sort } = useListShape();
  const { data } = useCallCount(filters);
  if (!may) return null;
  const tooMany = data && (!data.exact || data.counted > MOST_EXPORTED);
  return (
    <Tooltip title={t(tooMany ? 'calls.exportSome' : 'calls.exportNote')}>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        href={addressOf(callFindingRoutes.export, { query: { ...filters, sort, exportLanguage: language } })}
        download="calls.csv"
      >
        {t('calls.export')}
      </Button>
    </Tooltip>
  );
}
