import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDoubtfulCodes } from '../../data/card-codes.js';
import { useFormat } from '../../format/use-format.js';

/** Calls in which something may be a card's code, each a click from the second at which it is said. */
export function CodesPart() {
  const { t } = useTranslation();
  const format = useFormat();
  const codes = useDoubtfulCodes().data;
  if (!codes || codes.items.length === 0) return null;
  return (
    <section className="admin-section" aria-label={t('redaction.codes.title')}>
      <h2>{t('redaction.codes.title')}</h2>
      <p className="admin-hint">{t('redaction.codes.waiting', { count: codes.total })}</p>
      <ul>
        {codes.items.map(({ callId, transcriptId, turn, fromChar, startedAt, agent, fromMs }) => (
          <li key={`${transcriptId} ${turn} ${fromChar}`}>
            <Link to={`/calls/${callId}?t=${Math.max(0, Math.floor(fromMs / 1000) - 3)}`}>
              {t('redaction.codes.inCall', {
                at: format.dateTime(startedAt),
                agent: format.text(agent),
                moment: format.clock(fromMs),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
