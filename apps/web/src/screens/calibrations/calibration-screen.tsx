import type { Calibration } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Back, AskFirst } from '../../components/acts.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { part } from '../../components/opened/part.js';
import { useCalibration, useCloseCalibration } from '../../data/calibrations.js';
import { useFormat } from '../../format/use-format.js';
import { SoundBar, useCallSound, type CallSound } from './judged-item.js';
import './calibrations.css';

interface PartProps {
  calibration: Calibration;
  sound: CallSound;
}
const JudgePart = part<PartProps>(() => import('./judge-part.js'));
const ComparePart = part<PartProps>(() => import('./compare-part.js'));

/** One calibration: judged while it is open, compared once it is closed. */
export function CalibrationScreen() {
  const { t } = useTranslation();
  const { calibrationId = '' } = useParams();
  const read = useCalibration(calibrationId);
  const title = read.data ? `${t('calibrations.title')} ${read.data.code}` : t('calibrations.title');
  return (
    <AdminPage title={title} needs="scorecards.judge" head={<Back to="/calibrations">{t('calibrations.back')}</Back>}>
      <WhenRead of={read}>
        {(calibration) => <Opened key={calibration.calibrationId} calibration={calibration} />}
      </WhenRead>
    </AdminPage>
  );
}

function Opened({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation();
  const sound = useCallSound(calibration);
  const judges = calibration.may.includes('judge');
  const watches =
    !calibration.reviewers.some(({ submittedAt }) => submittedAt !== null) || calibration.may.includes('close');
  return (
    <>
      <About calibration={calibration} />
      <SoundBar sound={sound} />
      {calibration.withheld ? (
        <p className="note">{t('calibrations.withheld')}</p>
      ) : calibration.state === 'closed' ? (
        <ComparePart calibration={calibration} sound={sound} />
      ) : judges ? (
        <JudgePart calibration={calibration} sound={sound} />
      ) : (
        <p className="note">{t(watches ? 'calibrations.watching' : 'calibrations.waiting')}</p>
      )}
    </>
  );
}

function About({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { calibrationId, callId, checklist, startedAt, openedBy, openedAt, dueAt, closedAt, reviewers, may } =
    calibration;
  const close = useCloseCalibration(calibrationId);
  const late = closedAt === null && Date.parse(dueAt) < Date.now();
  return (
    <section className="admin-section calibration-about">
      <p className="below-2">
        <Link to={`/calls/${callId}`}>{t('calibrations.openCall')}</Link> {format.dateTime(startedAt)} ·{' '}
        {format.text(checklist.title)} v{checklist.version}
      </p>
      <p className="below-2">
        <small>
          {t('calibrations.opened', { by: format.text(openedBy), at: format.dateTime(openedAt) })} ·{' '}
          {closedAt === null ? (
            <span className={late ? 'calibration-late' : ''}>
              {t('calibrations.due')} {format.dateTime(dueAt)}
              {late && ` · ${t('calibrations.late')}`}
            </span>
          ) : (
            t('calibrations.closedAt', { at: format.dateTime(closedAt) })
          )}
        </small>
      </p>
      <ul className="flex wraps gap-4 around-2">
        {reviewers.map(({ personId, name, submittedAt, sawBefore }) => (
          <li key={personId}>
            {format.text(name)}{' '}
            <small>
              {t(submittedAt === null ? 'calibrations.hasNot' : 'calibrations.has')}
              {sawBefore && ` · ${t('calibrations.saw')}`}
            </small>
          </li>
        ))}
      </ul>
      {may.includes('close') && (
        <AskFirst ask={t('calibrations.closeAsk')} onYes={() => close.mutate()} loading={close.isPending}>
          {t('calibrations.close')}
        </AskFirst>
      )}
      <Failed of={{ error: close.error }} />
    </section>
  );
}
