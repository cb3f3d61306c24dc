import type { ModelScorerView, ModelWorth } from '#contracts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { WhenRead } from '../../components/admin-page.js';
import { useModelScorer } from '../../data/checklists.js';
import { useFormat } from '../../format/use-format.js';
import { withoutSettings } from '../../format/without-settings.rules.js';

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
      {advice && <p className="admin-hint">{format.text(withoutSettings(advice))}</p>}
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

function Worth({ worth }: { worth: readonly ModelWorth[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = (share: number) => format.number(Math.round(share * 100));
  return (
    <DataTable
      rows={worth}
      keyOf={(one) => [one.itemId, one.language, one.model, one.served, one.outcome, one.current].join(' ')}
      past={({ current }) => !current}
      columns={[
        {
          name: t('modelScorer.column.item'),
          cell: ({ itemId, title }) => (
            <>
              {title ? format.text(title) : itemId}
              <small>{itemId}</small>
            </>
          ),
        },
        { name: t('modelScorer.column.language'), cell: ({ language }) => t(`call.correct.language.${language}`) },
        {
          name: t('modelScorer.column.model'),
          cell: ({ model, served }) => (
            <>
              {model}
              {served !== null && served !== model && <small>{served}</small>}
            </>
          ),
        },
        { name: t('modelScorer.column.outcome'), cell: ({ outcome }) => t(`outcome.${outcome}`) },
        {
          name: t('modelScorer.column.agreed'),
          cell: ({ agreed, n }) => t('modelScorer.agreedOf', { agreed: format.number(agreed), n: format.number(n) }),
        },
        { name: t('modelScorer.column.interval'), cell: ({ low, high }) => `${percent(low)}–${percent(high)}%` },
        { name: t('modelScorer.column.kappa'), cell: ({ kappa }) => (kappa ? kappa.kappa.toFixed(2) : '–') },
        {
          name: t('modelScorer.column.counts'),
          cell: ({ counts, current }) => t(`modelScorer.${counts ? 'yes' : current ? 'notYet' : 'earlier'}`),
        },
      ]}
    />
  );
}
