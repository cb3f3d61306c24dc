import { type CalibrationList, type CalibrationSummary, LEAST_DECIDED, type ReviewerAgreement } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { ListPage } from '../../components/list-page.js';
import { WhenRead } from '../../components/admin-page.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { parts } from '../../components/opened/part.js';
import { useCalibrations, useReviewerAgreement } from '../../data/calibrations.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import './calibrations.css';

const useShown = ({ view }: { view: Parameters<typeof useCalibrations>[0] }) => useCalibrations(view);

const { OpenDialog } = parts(() => import('./dialogs.js'));

const VIEWS = ['open', 'closed'] as const;

/** Calls that several reviewers judge without each other, and how far each agrees with what was decided. */
export function CalibrationsScreen() {
  const { t } = useTranslation();
  const go = useNavigate();
  const [search, setSearch] = useSearchParams();
  const manages = useMay('calibrations.manage');
  const callId = manages ? search.get('call') : null;
  const format = useFormat();
  return (
    <ListPage<CalibrationSummary, CalibrationList, (typeof VIEWS)[number]>
      title={t('calibrations.title')}
      needs="scorecards.judge"
      views={{ at: 'show', name: t('calibrations.show'), of: VIEWS, words: (view) => t(`calibrations.view.${view}`) }}
      intro={
        <>
          <p className="note">{t('calibrations.intro')}</p>
          {manages && <p className="note">{t('calibrations.howTo')}</p>}
        </>
      }
      useList={useShown}
      rowsOf={({ items }) => items}
      empty={({ view }) => t(`calibrations.none.${view}`)}
      keyOf={({ calibrationId }) => calibrationId}
      columns={[
        {
          name: t('calibrations.call'),
          cell: ({ calibrationId, code, startedAt, checklist }) => (
            <div>
              <Link to={`/calibrations/${calibrationId}`}>{code}</Link>
              <small>
                {format.dateTime(startedAt)} · {format.text(checklist.title)}
              </small>
            </div>
          ),
        },
        {
          name: t('calibrations.reviewers'),
          why: 'submitted',
          cell: ({ reviewers, may }) => (
            <div>
              {t('calibrations.submitted', {
                n: reviewers.filter(({ submittedAt }) => submittedAt !== null).length,
                of: reviewers.length,
              })}
              {may.includes('judge') && <b className="calibration-yours"> {t('calibrations.yours')}</b>}
              <small>{reviewers.map(({ name }) => format.text(name)).join(' · ')}</small>
            </div>
          ),
        },
        {
          name: t('calibrations.due'),
          cell: ({ dueAt, closedAt }) =>
            closedAt === null ? <Due at={dueAt} /> : t('calibrations.closedAt', { at: format.dateTime(closedAt) }),
          mark: ({ dueAt, closedAt }) => closedAt === null && Date.parse(dueAt) < Date.now() && 'calibration-late',
        },
      ]}
    >
      <AgreementPart manages={manages} />
      {callId && (
        <OpenDialog
          callId={callId}
          onClose={() => setSearch({}, { replace: true })}
          onOpened={(id: string) => void go(`/calibrations/${id}`, { replace: true })}
        />
      )}
    </ListPage>
  );
}

function Due({ at }: { at: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {format.dateTime(at)}
      {Date.parse(at) < Date.now() && ` · ${t('calibrations.late')}`}
    </>
  );
}

/** How far each reviewer agrees with decisions, in order of name: never a ranking. */
function AgreementPart({ manages }: { manages: boolean }) {
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
          share: format.percent(rate.n / rate.of),
          low: format.percent(rate.low),
          high: format.percent(rate.high),
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
          kappa: kappa.value.toFixed(2),
          low: kappa.low.toFixed(2),
          high: kappa.high.toFixed(2),
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
