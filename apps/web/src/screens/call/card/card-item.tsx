import { type ScorecardItem, toneOf } from '#contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Dash } from '../../../components/data-table.js';
import { OutcomeGlyph, SourceGlyph } from '../../../components/marks.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { part } from '../../../components/opened/part.js';
import { momentOf, type Span } from '../rules/evidence.rules.js';
import { useJudging } from './judging.js';
import { isOpenFor, reasonOfMany } from '../rules/reason-of-many.rules.js';

const ItemDetail = part<{ item: ScorecardItem; span: Span | null }>(() => import('./item-detail.js'));

/** One item: outcome, source, points and second. What was not met or not judged shows its words without a click. */
export function CardItem({ item }: { item: ScorecardItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { selected, select, turns, card } = useCallPage();
  const withheld = card?.withheld === true;
  const isSelected = selected?.itemId === item.itemId;
  const span = momentOf(item, turns);
  const draft = useJudging().answers.get(item.itemId);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isSelected || !row.current) return;
    row.current.scrollIntoView({ block: 'nearest' });
    // Chosen by keys: the focus goes along, and is not left on an item that scrolls away.
    if (document.activeElement?.matches('.item-title'))
      row.current.querySelector<HTMLElement>('.item-title')?.focus({ preventScroll: true });
  }, [isSelected]);
  const tone = toneOf(item);
  const loud = !withheld && (tone === 'not_met' || tone === 'insufficient');
  return (
    <li className={`item ${tone} ${isSelected ? 'selected' : ''}`} data-item={item.itemId} ref={row}>
      <div className="item-row line dense">
        {/* Of a blind review, what the person said; nothing else is known. */}
        {withheld && !draft ? <Dash /> : <OutcomeGlyph outcome={withheld && draft ? draft.outcome : tone} />}
        <button
          type="button"
          className="plain item-title"
          aria-pressed={isSelected}
          title={format.text(item.title)}
          onClick={() => select(item.itemId)}
        >
          <span className="seen-by-readers-only">
            {withheld ? t('judge.blind.name') : t(`outcome.${item.outcome}`)},{' '}
          </span>
          {format.text(item.title)}
          {item.critical && <small>{t('card.critical')}</small>}
          {item.judged?.machine && (
            <small className={item.judged.machine === item.outcome ? undefined : 'item-draft'}>
              {t('judge.blind.machine', { outcome: t(`outcome.${item.judged.machine}`) })}
            </small>
          )}
          {item.notTrusted && (
            <small className="item-untrusted">
              {t(item.notTrusted.only ? 'card.trust.shortOnly' : 'card.trust.short')}
            </small>
          )}
          {draft && !isSelected && (
            <small className="item-draft">{t('judge.draft', { outcome: t(`outcome.${draft.outcome}`) })}</small>
          )}
        </button>
        {withheld ? (
          <span className="source line gap-1 label" />
        ) : (
          <span className={`source line gap-1 label ${item.source}`}>
            <SourceGlyph source={item.source} />
            {t(`source.${item.source}`)}
          </span>
        )}
        <span className="weight">
          {item.points === null ? '–' : format.number(item.points)}
          <i>/{format.number(item.weight)}</i>
        </span>
        <span className="item-at">
          {span && (
            <button
              type="button"
              className="plain link"
              aria-label={t('card.play', { at: format.clock(span.fromMs) })}
              onClick={() => select(item.itemId, { play: true })}
            >
              {format.clock(span.fromMs)}
            </button>
          )}
        </span>
      </div>
      {isSelected ? <ItemDetail item={item} span={span} /> : loud && <ItemWords item={item} />}
      <ItemSigns item={item} />
    </li>
  );
}

/** The words, or the reason, of an item that needs a person; shown without a click. */
function ItemWords({ item }: { item: ScorecardItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, card } = useCallPage();
  const quote = item.evidence.find((one) => one.quote)?.quote;
  if (item.outcome === 'not_met' && quote) {
    return (
      <p className="item-words label soft breaks" lang={call.language ?? undefined}>
        “{quote}”
      </p>
    );
  }
  // Said once above all items.
  const shared = reasonOfMany(card?.items ?? []);
  if (shared && isOpenFor(item, shared.reason)) return null;
  const isOfAPlace = item.reason === 'ambiguous' || (item.reason === 'words_unreliable' && item.evidence.length > 0);
  if (item.outcome === 'insufficient' && item.reason && !isOfAPlace) {
    return <p className="item-words label soft breaks">{t(`insufficient.${item.reason}`)}</p>;
  }
  return <p className="item-words label soft breaks">{format.text(item.explanation)}</p>;
}

/** What may have happened and costs no point: the moment, and the words for those who may read them. An accusation says the same, only louder. */
function ItemSigns({ item }: { item: ScorecardItem }) {
  if (toneOf(item) === 'not_met') return null;
  return (
    <>
      {item.signs.map((sign) => (
        <ItemSign key={sign.name} sign={sign} />
      ))}
    </>
  );
}

function ItemSign({ sign: { name, evidence } }: { sign: ScorecardItem['signs'][number] }) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const { call, player } = useCallPage();
  return (
    <div className="item-sign label soft breaks">
      {t(`sign.${name}`)}
      <ul>
        {evidence.map(
          ({ at, quote }, index) =>
            at.kind === 'words' && (
              <li key={index}>
                <button type="button" className="plain link rigid" onClick={() => player?.seek(at.fromMs - 1000)}>
                  {t('card.look', { at: clock(at.fromMs) })}
                </button>
                {quote && <q lang={call.language ?? undefined}>{quote}</q>}
              </li>
            ),
        )}
      </ul>
    </div>
  );
}
