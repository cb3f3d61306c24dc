import type { ReportFigures } from '#contracts';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { MEASURES, type Measure } from './measures.js';
import { useReportAddress } from './use-report-address.js';

const WITHOUT_SCORES: readonly Measure[] = ['rings', 'calls'];

/** What trend and hours show: scores only where they may be seen, and points only of several agents. */
export function useMeasure(total: ReportFigures | undefined): { measure: Measure; measures: readonly Measure[] } {
  const { measure } = useReportAddress();
  const measures =
    total?.judged === null ? WITHOUT_SCORES : MEASURES.filter((one) => one !== 'points' || !total?.judged?.oneAgent);
  return { measure: measures.find((one) => one === measure) ?? measures[0]!, measures };
}

export function MeasureChoice({ measure, measures }: { measure: Measure; measures: readonly Measure[] }) {
  const { t } = useTranslation();
  const { show } = useReportAddress();
  return (
    <Segmented
      aria-label={t('reports.measure')}
      value={measure}
      options={measures.map((value) => ({ value, label: t(`reports.${value}`) }))}
      onChange={(to: Measure) => show(to)}
    />
  );
}
