import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { parts } from '../../components/opened/part.js';
import { ViewTabs } from '../../components/tabs.js';
import { useCompleteness, useGaps } from '../../data/completeness.js';
import { useMay, useMe } from '../../data/session.js';
import { siteDay, useFormat } from '../../format/use-format.js';
import { CompletenessTable } from './completeness-table.js';
import {
  type CompletenessBoard,
  GAP_WORDS,
  type GapKind,
  gapKindSchema,
  type GapState,
  gapStateSchema,
} from '#contracts';
import { Select } from '../../components/opened/select.js';
import { GapTable } from './gap-table.js';
import { daysBack, periodOf, PERIODS } from './period.rules.js';

const { SettingsDialog } = parts(() => import('./dialogs.js'));

/** Whether all that is known of calls is there: by source and team, and each gap. */
export function CompletenessScreen() {
  const { t } = useTranslation();
  const { timeZone } = useMe();
  const [search, setSearch] = useSearchParams();
  const [reads, sets] = [useMay('completeness.read'), useMay('completeness.manage')];
  const [setting, setSetting] = useState(false);
  const period = periodOf(search.get('period'));
  const board = useCompleteness(daysBack(siteDay(timeZone), period), reads);
  const choose = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries({ after: null, ...changes }))
      if (value === null) next.delete(name);
      else next.set(name, value);
    // Only a page of the list is a place to go back to.
    setSearch(next, { replace: changes['after'] === undefined });
  };
  return (
    <AdminPage
      title={t('completeness.title')}
      needs="completeness.read"
      head={
        <ViewTabs
          name={t('completeness.period')}
          value={period}
          onChange={(to) => choose({ period: to })}
          views={PERIODS.map((value) => ({ value, label: t(`completeness.in.${value}`) }))}
        />
      }
      acts={sets && <Button onClick={() => setSetting(true)}>{t('completeness.set')}</Button>}
    >
      <p className="note">{t('completeness.intro')}</p>
      <WhenRead of={board}>
        {(read) => (
          <>
            <CompletenessTable board={read} onChoose={(source, team) => choose({ source, team })} />
            <GapList board={read} search={search} onChoose={choose} />
            {setting && <SettingsDialog settings={read.settings} onClose={() => setSetting(false)} />}
          </>
        )}
      </WhenRead>
    </AdminPage>
  );
}

interface Props {
  board: CompletenessBoard;
  search: URLSearchParams;
  onChoose: (changes: Record<string, string | null>) => void;
}

/** Each gap, the oldest first: what the address says of filters and page. */
function GapList({ board: { open, waiting, rows }, search, onChoose }: Props) {
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
