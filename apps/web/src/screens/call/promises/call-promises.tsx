import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failed } from '../../../components/failure-note.js';
import { useCommitmentsOfCall } from '../../../data/commitments.js';
import { useMay } from '../../../data/session.js';
import { useFormat } from '../../../format/use-format.js';
import { DueWords } from '../../promises/due-words.js';
import { PromiseActions } from '../../promises/promise-actions.js';
import { PromiseQuestion } from '../../promises/promise-question.js';
import { PromisedWords } from '../../promises/promised-words.js';
import { useCallPage } from '../call-page.js';
import '../../promises/promises.css';

/** What was promised in this leg, each at its second, how it stands, and what this person may answer: a review settles it where it is heard. */
export function CallPromises() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('commitments.read');
  const mayAnswer = useMay('commitments.answer');
  const { call, leg, player } = useCallPage();
  const found = useCommitmentsOfCall(call.callId, may);
  if (!may) return null;
  const promises = (found.data?.items ?? []).filter(({ legId }) => legId === call.legs[leg]?.legId);
  return (
    <section className="call-promises">
      <h2>{t('promises.title')}</h2>
      {found.isPending && <span className="bone promise-words-bone" aria-hidden />}
      <Failed of={found} />
      {found.isSuccess && promises.length === 0 && <p className="facts-quiet">{t('promises.noneInCall')}</p>}
      <ul>
        {promises.map((one) => (
          <li key={one.commitmentId}>
            <button
              type="button"
              className="plain link"
              aria-label={t('promises.goTo', { at: format.clock(one.fromMs) })}
              onClick={() => player?.seek(one.fromMs)}
            >
              {format.clock(one.fromMs)}
            </button>{' '}
            <b>{t(`promises.kind.${one.kind}`)}</b> <PromisedWords commitment={one} />
            <DueWords commitment={one} />
            <PromiseQuestion commitment={one} />
            {one.may.length > 0 && (
              <div className="promise-actions">
                <PromiseActions commitment={one} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayAnswer && promises.length > 0 && (
        <Link className="facts-quiet" to="/promises">
          {t('promises.toAll')}
        </Link>
      )}
    </section>
  );
}
