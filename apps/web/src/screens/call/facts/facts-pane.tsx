import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { part, parts } from '../../../components/opened/part.js';
import { useMay } from '../../../data/session.js';
import { Waiting } from '../../../components/waiting.js';
import { useCallPage } from '../call-page.js';
import './facts.css';

const { CardCodesSection, SameMatterSection } = parts(() => import('./fact-sections.js'));
const CorrectionsSection = part(() => import('../corrections/corrections-section.js'));
const { CallPromises } = parts(() => import('../promises/call-promises.js'));
const { AccessesSection, CallJournalSection, CustodySection } = parts(
  () => import('./custody-sections.js'),
  <Waiting />,
);
const CustomerHistory = part(() => import('../legs/customer-history.js'), <Waiting />);
const { MeasuresSection, TelephonyFacts } = parts(() => import('./fact-sections.js'), <Waiting />);

/** What is known without listening: the line, how the sound measures, other calls on the matter, where the recording is, who did what. */
export function FactsPane({ heading }: { heading?: ReactNode }) {
  const calibrates = useMay('calibrations.manage');
  return (
    <aside className="facts">
      {heading && <div className="bar">{heading}</div>}
      <div className="facts-scroll" tabIndex={-1}>
        <TelephonyFacts />
        <CardCodesSection />
        <CorrectionsSection />
        <CallPromises />
        <MeasuresSection />
        <SameMatterSection />
        <CustomerHistory />
        <CustodySection />
        <AccessesSection />
        {calibrates && <CalibrateSection />}
        <CallJournalSection />
      </div>
    </aside>
  );
}

/** Asks several reviewers to judge the call, each without the others. */
function CalibrateSection() {
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
