import { LEAST_DECIDED, type ReviewerAgreement } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { useReviewerAgreement } from '../../data/calibrations.js';
import { useFormat } from '../../format/use-format.js';

/** How far each reviewer agrees with decisions, in order of name: never a ranking. */
export function AgreementPart({ manages }: { manages: boolean }) {
  const { t } = useTranslation();
  const read = useReviewerAgreement();
  return (
    <section className="admin-section">
      <h2>{t(manages ? 'calibrations.agreement.title' : 'calibrations.agreement.mine')}</h2>
      <WhenRead of={read}>
        {({ months, items }) => (
          <>
            <p className="note">{t('calibrations.agreement.note', { months })}</p>
            {items.length === 0 ? <p className="note">{t('calibrations.agreement.none')}</p> : <People items={items} />}
          </>
        )}
      </WhenRead>
    </section>
  );
}

function People({ items }: { items: ReviewerAgreement[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = ({ rate, answers }: Pick<ReviewerAgreement, 'rate' | 'answers'>) =>
    rate
      ? t('calibrations.agreement.rate', {
          ...{
            share: format.percent(rate.n / rate.of),
            low: format.percent(rate.low),
            high: format.percent(rate.high),
          },
          n: format.number(rate.of),
        })
      : t('calibrations.agreement.few', { count: answers, least: LEAST_DECIDED });
  const columns: Column<ReviewerAgreement>[] = [
    { name: t('calibrations.agreement.person'), cell: ({ name }) => format.text(name) },
    {
      name: t('calibrations.agreement.sessions'),
      number: true,
      cell: ({ sessions }) => format.number(sessions),
    },
    { name: t('calibrations.agreement.share'), why: 'agreement', cell: share },
    {
      name: t('calibrations.agreement.kappa'),
      why: 'agreementKappa',
      cell: ({ kappa }) =>
        kappa &&
        t('calibrations.agreement.kappaOf', {
          ...{ kappa: kappa.value.toFixed(2), low: kappa.low.toFixed(2), high: kappa.high.toFixed(2) },
        }),
      quiet: ({ kappa }) => kappa === null,
    },
    {
      name: t('calibrations.agreement.months'),
      cell: ({ months }) => (
        <ul className="calibration-months">
          {months.map((one) => (
            <li key={one.month}>
              {t('calibrations.agreement.month', {
                month: one.month,
                of: one.rate
                  ? share(one)
                  : t('calibrations.agreement.fewMonth', { agreed: one.agreed, n: one.answers }),
              })}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return <DataTable columns={columns} rows={items} keyOf={({ personId }) => personId} />;
}
