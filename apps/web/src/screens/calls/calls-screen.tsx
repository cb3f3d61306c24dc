import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { Button, Tooltip } from 'antd';
import { leaveList, queryOf, useCallCount } from '../../data/call-list.js';
import { useViews } from '../../data/views.js';
import { useMay } from '../../data/session.js';
import { CallFiltersBar } from './call-filters-bar.js';
import { CallTable } from './call-table.js';
import { FiguresStrip } from './figures-strip.js';
import { FilterChips } from './filter-chips.js';
import { filtersFrom, startFrom } from './filters.rules.js';
import { DownloadOutlined } from '@ant-design/icons';
import { callFindingRoutes, type WrittenFilters } from '#contracts';
import { addressOf } from '../../data/api.js';
import { useListFilters, useListShape } from './list-filters.js';
import { useFormat, useLanguage } from '../../format/use-format.js';
import { sortFrom } from './list-shape.rules.js';
import { ListShape, Periods } from './list-shape.js';
import { LiveSign } from './list-states.js';
import { useChoices } from './use-choices.js';
import { ViewsMenu } from './views-menu.js';
import { DayChoice } from '../../components/day-choice.js';
import './calls.css';
import './filters.css';

/** All calls that this account may see, changing as they travel. */
export function CallsScreen() {
  const { t } = useTranslation();
  const may = useMay('calls.read');
  if (may) return <Calls />;
  return (
    <div className="calls column fills">
      <header className="calls-head line padded-thin">
        <h1>{t('calls.title')}</h1>
      </header>
      <p className="note">{t('calls.noPermission')}</p>
    </div>
  );
}

function Calls() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { filters } = useListFilters();
  const choices = useChoices();
  const openDefault = useDefaultView(search);
  const address = search.toString();
  const { sort } = useListShape();
  useEffect(() => {
    const asked = new URLSearchParams(address);
    leaveList({ search: address && `?${address}`, filters: filtersFrom(asked), sort: sortFrom(asked) });
  }, [address]);
  if (openDefault) return <Navigate to={openDefault} replace />;
  return (
    <div className="calls column fills">
      <a className="skip" href="#call-list">
        {t('calls.skipToList')}
      </a>
      <header className="calls-head line padded-thin">
        <h1>{t('calls.title')}</h1>
        <CallCount filters={filters} />
        <LiveSign />
        <Link to="/calls/unrecorded">{t('calls.unrecorded')}</Link>
        <span className="spring" />
        <ViewsMenu />
        <ExportButton filters={filters} />
      </header>
      <FiguresStrip />
      <div className="calls-find flex wraps at-top gap-2">
        <CallFiltersBar choices={choices} />
      </div>
      <div className="calls-narrowed flex at-top gap-3">
        <Periods />
        <FilterChips choices={choices} />
        <span className="spring" />
        <ListShape />
        {sort === 'newest' && <ListPlaces />}
      </div>
      <CallTable key={address} filters={filters} start={startFrom(search)} />
    </div>
  );
}

/** Where the list goes when it is opened bare: to the account's default view, if it has one. */
function useDefaultView(search: URLSearchParams): string | null {
  const views = useViews().data?.views;
  const chosen = search.size === 0 ? views?.find(({ isDefault }) => isDefault) : undefined;
  return chosen ? `/calls?${queryOf({ ...chosen.filters, view: chosen.viewId })}` : null;
}

/** To the newest call, the oldest, or a day: as near as each other, however many calls lie between. */
function ListPlaces() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const start = startFrom(search);
  const go = (at: string | null) => {
    const next = new URLSearchParams(search);
    if (at) next.set('at', at);
    else next.delete('at');
    setSearch(next);
  };
  return (
    <div className="list-places" role="group" aria-label={t('calls.places.label')}>
      <Button size="small" type="text" aria-pressed={start === null} onClick={() => go(null)}>
        {t('calls.places.newest')}
      </Button>
      <Button size="small" type="text" aria-pressed={start === 'oldest'} onClick={() => go('oldest')}>
        {t('calls.places.oldest')}
      </Button>
      <DayChoice
        small
        name={t('calls.places.day')}
        placeholder={t('calls.places.day')}
        value={start !== null && start !== 'oldest' ? start.at.slice(0, 10) : undefined}
        onChange={(day) => go(day ?? null)}
      />
    </div>
  );
}

const MOST_EXPORTED = 100_000;

/** `通话 128,402`: exactly where that is known, else that there are more. */
function CallCount({ filters }: { filters: WrittenFilters }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data } = useCallCount(filters);
  if (!data) return null;
  const counted = number(data.counted);
  return <span className="call-count">{data.exact ? counted : t('calls.moreThan', { counted })}</span>;
}

/** Saves the list as it is filtered now; the browser receives the file while the server still reads. */
function ExportButton({ filters }: { filters: WrittenFilters }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay('calls.export');
  const { sort } = useListShape();
  const { data } = useCallCount(filters);
  if (!may) return null;
  const tooMany = data && (!data.exact || data.counted > MOST_EXPORTED);
  return (
    <Tooltip title={t(tooMany ? 'calls.exportSome' : 'calls.exportNote')}>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        href={addressOf(callFindingRoutes.export, { query: { ...filters, sort, exportLanguage: language } })}
        download="calls.csv"
      >
        {t('calls.export')}
      </Button>
    </Tooltip>
  );
}
