import { toneOf, type ScorecardItem } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';

/** What may have happened and costs no point: the moment, and the words for those who may read them. An accusation says the same, only louder. */
export function ItemSigns({ item }: { item: ScorecardItem }) {
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
    <div className="item-sign">
      {t(`sign.${name}`)}
      <ul>
        {evidence.map(
          ({ at, quote }, index) =>
            at.kind === 'words' && (
              <li key={index}>
                <button type="button" className="plain link" onClick={() => player?.seek(at.fromMs - 1000)}>
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
