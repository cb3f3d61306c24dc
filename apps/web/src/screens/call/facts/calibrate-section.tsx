import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCallPage } from '../call-page.js';

/** Asks several reviewers to judge the call, each without the others. */
export function CalibrateSection() {
  const { t } = useTranslation();
  const { call, card } = useCallPage();
  if (!card) return null;
  return (
    <section>
      <h2>{t('facts.calibration.title')}</h2>
      <p>
        <Link to={`/calibrations?call=${call.callId}`}>{t('facts.calibration.begin')}</Link>
      </p>
    </section>
  );
}
