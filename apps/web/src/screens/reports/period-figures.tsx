import { COUNTED_BY } from '#contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { useCallReport } from '../../data/reports.js';
import { useFormat } from '../../format/use-format.js';
import { CountedLink } from './counted-link.js';
import { AgentPoints } from './agent-points.js';
import { MeanCell, RingsCell } from './figure-cells.js';
import { stepOf } from './spans.rules.js';
import { useReportAddress } from './use-report-address.js';

/** All calls of the period at once. */
export function PeriodFigures() {
  const { t } = useTranslation();
  const { filters, days } = useReportAddress();
  const { time } = useFormat();
  const report = useCallReport(stepOf(days), filters);
  return (
    <section className="report-total" aria-label={t('reports.all')}>
      <WhenRead of={report}>
        {({ total: { calls, rings, judged }, asOf }) => (
          <>
            <div className="figures">
              <Figure name={t('reports.calls')}>
                <CountedLink count={calls} of={filters} />
              </Figure>
              <Figure name={t('reports.rings')}>
                <RingsCell of={rings} filters={filters} />
              </Figure>
              {judged && (
                <>
                  <Figure name={t('reports.scored')}>
                    <CountedLink count={judged.scored} of={{ ...filters, ...COUNTED_BY.scored }} />
                  </Figure>
                  <Figure name={t('reports.points')}>
                    <MeanCell of={judged} filters={filters} />
                  </Figure>
                  <Figure name={t('reports.critical')}>
                    <CountedLink count={judged.critical} of={{ ...filters, ...COUNTED_BY.critical }} />
                  </Figure>
                  <Figure name={t('reports.abstained')}>
                    <CountedLink count={judged.abstained} of={{ ...filters, ...COUNTED_BY.abstained }} />
                  </Figure>
                </>
              )}
            </div>
            <p className="note report-note">
              <span>{t(judged ? 'reports.note' : 'reports.noteCounts')}</span>
              {judged?.oneAgent && <AgentPoints />}
              <span>{t('reports.asOf', { time: time(asOf, true) })}</span>
            </p>
          </>
        )}
      </WhenRead>
    </section>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="figure">
      <span>{name}</span>
      <p className="report-figure">{children}</p>
    </div>
  );
}
