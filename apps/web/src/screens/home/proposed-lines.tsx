import { useTranslation } from 'react-i18next';
import { useWaitingCorrections } from '../../data/corrections.js';
import { useConsentRules, useRetention } from '../../data/retention.js';
import { useRedaction, useSignInPolicy } from '../../data/company-settings.js';
import { useMay } from '../../data/session.js';
import { Line } from './waiting-lines.js';

/** What another person proposed and a second one decides; where nothing is proposed, the lines are left out. */
export function ProposedLines() {
  return (
    <>
      {useMay('company.manage') && <SignInRules />}
      {useMay('retention.manage') && <Schedule />}
      {useMay('retention.manage') && <ConsentRules />}
      {useMay('redaction.manage') && <Redaction />}
      {useMay('calls.correct') && <Corrections />}
    </>
  );
}

const SignInRules = () => <Proposed of="signInRules" to="/company/sign-in" read={useSignInPolicy()} />;
const Schedule = () => <Proposed of="schedule" to="/retention/schedule" read={useRetention()} />;
const ConsentRules = () => <Proposed of="consentRules" to="/retention/consent" read={useConsentRules()} />;
const Redaction = () => <Proposed of="redaction" to="/company/redaction" read={useRedaction()} />;

/** Corrections that this person may confirm; most days there is none, and the line is left out. */
function Corrections() {
  const { t } = useTranslation();
  const { items = [], more = false } = useWaitingCorrections().data ?? {};
  const mine = items.filter(({ may }) => may.includes('confirm'));
  return (
    mine.length > 0 && <Line to="/corrections" words={t('home.waiting.corrections')} count={mine.length} more={more} />
  );
}

interface ProposedProps {
  of: 'signInRules' | 'schedule' | 'consentRules' | 'redaction';
  to: string;
  read: { data?: { waiting: { mine: boolean } | null } | undefined };
}

function Proposed({ of, to, read: { data } }: ProposedProps) {
  const { t } = useTranslation();
  return data?.waiting && !data.waiting.mine && <Line to={to} words={t(`home.waiting.${of}`)} count={1} />;
}
