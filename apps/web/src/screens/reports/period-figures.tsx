import { COUNTED_BY } from '#contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import type { Figure as Explained } from '../../components/opened/guides.js';
import { Why } from '../../components/why.js';
import { useCallReport } from '../../data/reports.js';
import { useFormat } from '../../format/use-format.js';
import { AgentPoints, CountedLink, MeanCell, RingsCell } from './figure-cells.js';
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
              <Figure of="calls" name={t('reports.calls')}>
                <CountedLink count={calls} of={filters} />
              </Figure>
              <Figure of="rings" name={t('reports.rings')}>
                <RingsCell of={rings} filters={filters} />
              </Figure>
              {judged && (
                <>
                  <Figure of="scored" name={t('reports.scored')}>
                    <CountedLink count={judged.scored} of={{ ...filters, ...COUNTED_BY.scored }} />
                  </Figure>
                  <Figure of="meanPoints" name={t('reports.points')}>
                    <MeanCell of={judged} filters={filters} />
                  </Figure>
                  <Figure of="critical" name={t('reports.critical')}>
                    <CountedLink count={judged.critical} of={{ ...filters, ...COUNTED_BY.critical }} />
                  </Figure>
                  <Figure of="abstained" name={t('reports.abstained')}>
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

function Figure({ of, name, children }: { of: Explained; name: string; children: ReactNode }) {
  return (
    <div className="figure">
      <span>
        {name} <Why of={of} name={name} />
      </span>
      <p className="report-figure">{children}</p>
    </div>
  );
}
