import type { Recording } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failed } from '../../../components/failure-note.js';
import { useHoldsOver } from '../../../data/holds.js';
import { useMay } from '../../../data/session.js';
import { useCallPage } from '../call-page.js';
import { Why } from '../../../components/why.js';

/** Which holds keep this call, for those who may see holds; for all others, only that there is one. Legal places one from here. */
export function HoldsOver({ recording: { held } }: { recording: Recording }) {
  const { t } = useTranslation();
  const { call } = useCallPage();
  const [mayRead, mayPlace] = [useMay('holds.read'), useMay('holds.place')];
  const over = useHoldsOver(call.callId, mayRead);
  const holds = over.data?.holds ?? [];
  return (
    <>
      {held && holds.length === 0 && <p className="facts-quiet">{t('facts.underHold')}</p>}
      <Failed of={over} />
      {holds.length > 0 && (
        <>
          <p className="facts-quiet">
            {t('facts.holdsOver')} <Why of="holds" name={t('shell.holds')} />
          </p>
          <ul className="facts-holds">
            {holds.map(({ holdId, code, case: about, reason }) => (
              <li key={holdId}>
                <Link to={`/holds/${holdId}`}>{code}</Link>
                <p>
                  {about.reference} {reason}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayPlace && (
        <p className="facts-quiet">
          <Link to={`/holds/new?call=${call.callId}`}>{t('facts.placeHold')}</Link>
        </p>
      )}
    </>
  );
}
