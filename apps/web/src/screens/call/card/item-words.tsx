import type { ScorecardItem } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { isOpenFor, reasonOfMany } from '../rules/reason-of-many.rules.js';

/** The words, or the reason, of an item that needs a person; shown without a click. */
export function ItemWords({ item }: { item: ScorecardItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, card } = useCallPage();
  const quote = item.evidence.find((one) => one.quote)?.quote;
  if (item.outcome === 'not_met' && quote) {
    return (
      <p className="item-words" lang={call.language ?? undefined}>
        “{quote}”
      </p>
    );
  }
  // Said once above all items.
  const shared = reasonOfMany(card?.items ?? []);
  if (shared && isOpenFor(item, shared.reason)) return null;
  const isOfAPlace = item.reason === 'ambiguous' || (item.reason === 'words_unreliable' && item.evidence.length > 0);
  if (item.outcome === 'insufficient' && item.reason && !isOfAPlace) {
    return <p className="item-words">{t(`insufficient.${item.reason}`)}</p>;
  }
  return <p className="item-words">{format.text(item.explanation)}</p>;
}
