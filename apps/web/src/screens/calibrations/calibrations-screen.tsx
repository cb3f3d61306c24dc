import type { CalibrationSummary } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { ViewTabs } from '../../components/tabs.js';
import { AdminPage } from '../../components/admin-page.js';
import { type Column, DataList } from '../../components/data-table.js';
import { parts } from '../../components/opened/part.js';
import { useCalibrations } from '../../data/calibrations.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { AgreementPart } from './agreement-part.js';
import './calibrations.css';

const { OpenDialog } = parts(() => import('./dialogs.js'));

/** Calls that several reviewers judge without each other, and how far each agrees with what was decided. */
export function CalibrationsScreen() {
  const { t } = useTranslation();
  const go = useNavigate();
  const [search, setSearch] = useSearchParams();
  const manages = useMay('calibrations.manage');
  const show = search.get('show') === 'closed' ? 'closed' : 'open';
  const callId = manages ? search.get('call') : null;
  const head = (
    <ViewTabs
      value={show}
      name={t('calibrations.show')}
      onChange={(to) => setSearch(to === 'closed' ? { show: to } : {}, { replace: true })}
      views={(['open', 'closed'] as const).map((value) => ({ value, label: t(`calibrations.view.${value}`) }))}
    />
  );
  return (
    <AdminPage title={t('calibrations.title')} needs="scorecards.judge" head={head}>
      <p className="note">{t('calibrations.intro')}</p>
      {manages && <p className="note">{t('calibrations.howTo')}</p>}
      <List show={show} />
      <AgreementPart manages={manages} />
      {callId && (
        <OpenDialog
          callId={callId}
          onClose={() => setSearch({}, { replace: true })}
          onOpened={(id: string) => void go(`/calibrations/${id}`, { replace: true })}
        />
      )}
    </AdminPage>
  );
}

function List({ show }: { show: 'open' | 'closed' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useCalibrations(show);
  const columns: Column<CalibrationSummary>[] = [
    {
      name: t('calibrations.call'),
      cell: ({ calibrationId, code, startedAt, checklist }) => (
        <div className="calibration-cell">
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
        <div className="calibration-cell">
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
  ];
  return (
    <DataList
      of={list}
      rowsOf={({ items }) => items}
      columns={columns}
      keyOf={({ calibrationId }) => calibrationId}
      empty={t(`calibrations.none.${show}`)}
    />
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
