import {
  GAP_WORDS,
  gapKindSchema,
  gapStateSchema,
  type CompletenessBoard,
  type GapKind,
  type GapState,
} from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { ViewTabs } from '../../components/tabs.js';
import { useGaps } from '../../data/completeness.js';
import { useFormat } from '../../format/use-format.js';
import { GapTable } from './gap-table.js';

interface Props {
  board: CompletenessBoard;
  search: URLSearchParams;
  onChoose: (changes: Record<string, string | null>) => void;
}

/** Each gap, the oldest first: what the address says of filters and page. */
export function GapList({ board: { open, waiting, rows }, search, onChoose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const state: GapState = gapStateSchema.catch('open').parse(search.get('state'));
  const kind: GapKind | undefined = gapKindSchema
    .optional()
    .catch(undefined)
    .parse(search.get('kind') ?? undefined);
  const [teamId, source, after] = ['team', 'source', 'after'].map((name) => search.get(name) ?? undefined);
  const list = useGaps({
    state,
    ...(kind && { kind }),
    ...(teamId && { teamId }),
    ...(source && { source }),
    ...(after && { cursor: after }),
  });
  const teams = new Map(rows.flatMap(({ team }) => (team ? [[team.teamId, format.text(team.name)] as const] : [])));
  const filtered = [kind, teamId, source].some((one) => one !== undefined);
  const choice = (name: 'kind' | 'team' | 'source', value: string | undefined, options: [string, string][]) => (
    <Select
      allowClear
      className="completeness-filter"
      aria-label={t(`completeness.${name}`)}
      placeholder={t(`completeness.any.${name}`)}
      value={value ?? null}
      onChange={(to) => onChoose({ [name]: (to as string | undefined) ?? null })}
      options={options.map(([key, label]) => ({ value: key, label }))}
    />
  );
  return (
    <section className="admin-section">
      <h2>{t('completeness.list')}</h2>
      <div className="admin-row">
        <ViewTabs
          name={t('completeness.state')}
          value={state}
          onChange={(to) => onChoose({ state: to === 'open' ? null : to })}
          views={gapStateSchema.options.map((value) => ({
            value,
            label: t(`completeness.is.${value}`, { count: value === 'open' ? open : waiting }),
          }))}
        />
        {choice(
          'kind',
          kind,
          gapKindSchema.options.map((one) => [one, format.text(GAP_WORDS[one])]),
        )}
        {choice('team', teamId, [...teams])}
        {choice(
          'source',
          source,
          [...new Set(rows.map((row) => row.source))].map((one) => [one, one]),
        )}
      </div>
      <WhenRead of={list}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? (
              <p className="note">
                {t(filtered ? 'completeness.noneFiltered' : `completeness.none.${state}`)}{' '}
                {filtered && (
                  <Button type="link" onClick={() => onChoose({ kind: null, team: null, source: null })}>
                    {t('completeness.clear')}
                  </Button>
                )}
              </p>
            ) : (
              <GapTable gaps={items} />
            )}
            <div className="admin-more">
              {after && <Button onClick={() => onChoose({ after: null })}>{t('completeness.first')}</Button>}
              {nextCursor && <Button onClick={() => onChoose({ after: nextCursor })}>{t('completeness.next')}</Button>}
            </div>
          </>
        )}
      </WhenRead>
    </section>
  );
}
