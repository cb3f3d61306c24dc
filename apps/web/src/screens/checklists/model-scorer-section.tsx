import type { ModelScorerView, ModelWorth } from '#contracts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { WhenRead } from '../../components/admin-page.js';
import { useModelScorer } from '../../data/checklists.js';
import { useFormat } from '../../format/use-format.js';

/** The language model of the user's own: whether it is asked, what about, and how far people agree with it. */
export function ModelScorerSection() {
  const { t } = useTranslation();
  const scorer = useModelScorer();
  return (
    <section className="admin-section" aria-labelledby="model-scorer">
      <h2 id="model-scorer">{t('modelScorer.title')}</h2>
      <WhenRead of={scorer}>{(view) => <View view={view} />}</WhenRead>
    </section>
  );
}

function View({ view }: { view: ModelScorerView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, model, host, advice, asked, worth, leastAnswers, target } = view;
  const items = asked.map(({ title }) => format.text(title)).join(t('modelScorer.and'));
  return (
    <>
      <p className="admin-hint">{t(`modelScorer.${state}`, { model, host })}</p>
      {advice && <p className="admin-hint">{format.text(advice)}</p>}
      {target !== null && (
        <>
          <p className="admin-hint">{items ? t('modelScorer.asked', { items }) : t('modelScorer.askedNothing')}</p>
          <p className="admin-hint">
            {t('modelScorer.rule', {
              least: format.number(leastAnswers),
              target: format.number(Math.round(target * 100)),
            })}
          </p>
        </>
      )}
      {worth.length > 0 ? <Worth worth={worth} /> : state !== 'off' && <p>{t('modelScorer.none')}</p>}
    </>
  );
}

const COLUMNS = ['item', 'language', 'model', 'outcome', 'agreed', 'interval', 'kappa', 'counts'] as const;

function Worth({ worth }: { worth: readonly ModelWorth[] }) {
  const { t } = useTranslation();
  return (
    <DataTable head={COLUMNS.map((name) => t(`modelScorer.column.${name}`))}>
      {worth.map((one, index) => (
        <WorthRow key={index} one={one} />
      ))}
    </DataTable>
  );
}

function WorthRow({ one }: { one: ModelWorth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { itemId, title, language, model, served, outcome, n, agreed, low, high, kappa, current, counts } = one;
  const percent = (share: number) => format.number(Math.round(share * 100));
  return (
    <tr className={current ? undefined : 'quiet'}>
      <td>
        {title ? format.text(title) : itemId}
        <small>{itemId}</small>
      </td>
      <td>{t(`call.correct.language.${language}`)}</td>
      <td>
        {model}
        {served !== null && served !== model && <small>{served}</small>}
      </td>
      <td>{t(`outcome.${outcome}`)}</td>
      <td>{t('modelScorer.agreedOf', { agreed: format.number(agreed), n: format.number(n) })}</td>
      <td>{`${percent(low)}–${percent(high)}%`}</td>
      <td>{kappa ? kappa.kappa.toFixed(2) : '–'}</td>
      <td>{t(`modelScorer.${counts ? 'yes' : current ? 'notYet' : 'earlier'}`)}</td>
    </tr>
  );
}
