import type { ReactNode } from 'react';
import { part } from '../../../components/opened/part.js';
import { useMay } from '../../../data/session.js';
import { Waiting } from '../../../components/waiting.js';
import { CalibrateSection } from './calibrate-section.js';
import './facts.css';

const CardCodesSection = part(() => import('./card-codes-section.js'));
const CorrectionsSection = part(() => import('../corrections/corrections-section.js'));
const CallPromises = part(() => import('../promises/call-promises.js'));
const AccessesSection = part(() => import('./accesses-section.js'), <Waiting />);
const CustomerHistory = part(() => import('../legs/customer-history.js'), <Waiting />);
const TelephonyFacts = part(() => import('./telephony-facts.js'), <Waiting />);
const SameMatterSection = part(() => import('./same-matter-section.js'));
const MeasuresSection = part(() => import('./measures-section.js'), <Waiting />);
const CustodySection = part(() => import('./custody-section.js'), <Waiting />);
const CallJournalSection = part(() => import('./call-journal-section.js'), <Waiting />);

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
