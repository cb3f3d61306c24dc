import type { Outcome } from '#contracts';
import { useTranslation } from 'react-i18next';
import { OutcomeGlyph } from '../../../components/outcome-glyph.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { LegBar } from './leg-bar.js';
import { useLineEvents } from './use-line-events.js';
import { Why } from '../../../components/why.js';

/** What the phone system said, in the order in which it happened; what it did not say is said too. */
export function TelephonyFacts() {
  const { t } = useTranslation();
  const events = useLineEvents();
  const { player } = useCallPage();
  const { clock, time } = useFormat();
  return (
    <section>
      <h2>
        {t('facts.title')} <Why of="ringing" name={t('facts.title')} />
      </h2>
      <LegBar />
      <ol className="line-events">
        {events.map((event) => (
          <li key={event.words}>
            {event.audioMs === null ? (
              <time>{event.at === null ? '' : time(event.at, true)}</time>
            ) : (
              <time>
                <button type="button" className="plain link" onClick={() => player?.seek(event.audioMs ?? 0)}>
                  {clock(event.audioMs)}
                </button>
              </time>
            )}
            <span>
              {event.words}
              {event.itemId && <ItemGlyph itemId={event.itemId} />}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the checklist makes of a fact, if it asks about it. */
function ItemGlyph({ itemId }: { itemId: string }) {
  const { t } = useTranslation();
  const { card } = useCallPage();
  const outcome: Outcome | undefined = card?.items.find((item) => item.itemId === itemId)?.outcome;
  if (!outcome || outcome === 'not_applicable') return null;
  return (
    <>
      <OutcomeGlyph outcome={outcome} size={13} />
      <span className="seen-by-readers-only">{t(`outcome.${outcome}`)}</span>
    </>
  );
}
