import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { callFiltersSchema } from '#contracts';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Drawer } from '../../components/opened/drawer.js';
import { useShortcuts } from '../../components/keyboard.js';
import { useRoom } from '../../components/use-media.js';
import { useClear } from '../../components/use-clear.js';
import { DateFilter, RangeFilter, SeveralFilter } from './filter-controls.js';
import { chipsOf } from './filters.rules.js';
import { useListFilters } from './list-filters.js';
import type { Choices } from './use-choices.js';

/** Filters live in the address, so that a filtered list can be sent to a colleague. */
export function CallFiltersBar({ choices, fixedDays = false }: { choices: Choices; fixedDays?: boolean }) {
  const { t } = useTranslation();
  const room = useRoom();
  const narrow = room === 'phone' || room === 'narrow';
  return (
    <div className="calls-filters flex gap-2" role="group" aria-label={t('calls.filters.label')}>
      <WordSearch />
      {narrow ? (
        <AllInDrawer choices={choices} fixedDays={fixedDays} />
      ) : (
        <>
          <MainFilters choices={choices} fixedDays={fixedDays} />
          <Popover
            trigger="click"
            placement="bottomRight"
            content={
              <div className="filter-more column gap-2" role="group" aria-label={t('calls.filter.more')}>
                <MoreFilters choices={choices} />
              </div>
            }
          >
            <Button icon={<FilterOutlined aria-hidden />}>{t('calls.filter.more')}</Button>
          </Popover>
        </>
      )}
    </div>
  );
}

interface BarProps {
  choices: Choices;
  /** What is asked is kept, so that its days must not move. */
  fixedDays: boolean;
}

function MainFilters({ choices: { choices }, fixedDays }: BarProps) {
  return (
    <>
      <DateFilter fixed={fixedDays} />
      <SeveralFilter name="team" choices={choices.team ?? []} />
      <SeveralFilter name="result" choices={choices.result ?? []} />
      <SeveralFilter name="source" choices={choices.source ?? []} />
      <SeveralFilter name="language" choices={choices.language ?? []} />
      <SeveralFilter name="stage" choices={choices.stage ?? []} />
    </>
  );
}

function MoreFilters({ choices: { choices, searchAgents, agentsMissing } }: { choices: Choices }) {
  const { t } = useTranslation();
  return (
    <>
      <SeveralFilter name="agent" choices={choices.agent ?? []} onSearch={searchAgents} />
      {agentsMissing && <small>{t('calls.filter.agentsMissing')}</small>}
      <SeveralFilter name="client" choices={choices.client ?? []} />
      <SeveralFilter name="direction" choices={choices.direction ?? []} />
      <SeveralFilter name="queue" choices={choices.queue ?? []} />
      <SeveralFilter name="reviewer" choices={choices.reviewer ?? []} />
      <SeveralFilter name="rings" choices={choices.rings ?? []} />
      <SeveralFilter name="weekday" choices={choices.weekday ?? []} />
      <SeveralFilter name="hour" choices={choices.hour ?? []} />
      <SeveralFilter name="reason" choices={choices.reason ?? []} />
      <SeveralFilter name="sign" choices={choices.sign ?? []} />
      <RangeFilter word={t('calls.filter.points')} least="pointsMin" most="pointsMax" highest={100} />
      <RangeFilter word={t('calls.filter.coverage')} least="coverageMin" most="coverageMax" highest={100} />
      <RangeFilter word={t('calls.filter.duration')} least="durationMin" most="durationMax" highest={86_400} />
    </>
  );
}

function AllInDrawer({ choices, fixedDays }: BarProps) {
  const { t } = useTranslation();
  const { filters } = useListFilters();
  const [open, setOpen] = useState(false);
  const count = chipsOf(filters).length;
  return (
    <>
      <Button icon={<FilterOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {count > 0 ? t('calls.filter.openCount', { count }) : t('calls.filters.label')}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="bottom"
        size="large"
        title={t('calls.filters.label')}
      >
        <div className="filter-more column gap-2">
          <MainFilters choices={choices} fixedDays={fixedDays} />
          <MoreFilters choices={choices} />
        </div>
      </Drawer>
    </>
  );
}

/** Looks in the masked customer and the matter. A single letter is not asked for: it would find nearly everything. */
function WordSearch() {
  const { t } = useTranslation();
  const clear = useClear();
  const { filters, change } = useListFilters();
  const given = filters.q ?? '';
  const [typed, setTyped] = useState({ text: given, given });
  // The address changed by other means: back, a view, a chip taken away.
  if (typed.given !== given) setTyped({ text: given, given });
  useShortcuts({ '/': () => document.querySelector<HTMLInputElement>('#search-calls')?.focus() });
  const text = typed.text.trim();
  const tooShort = text !== '' && !callFiltersSchema.shape.q.safeParse(text).success;
  const search = () => {
    if (!tooShort && text !== given) change({ q: text });
  };
  return (
    <Input
      id="search-calls"
      className="filter-words"
      prefix={<SearchOutlined aria-hidden />}
      allowClear={clear}
      maxLength={80}
      aria-label={t('calls.filter.q')}
      placeholder={t('calls.filter.searchHint')}
      status={tooShort ? 'warning' : ''}
      title={t(tooShort ? 'calls.filter.tooShort' : 'calls.filter.searchHint')}
      value={typed.text}
      onChange={(event) => setTyped({ text: event.target.value, given })}
      onPressEnter={search}
      onBlur={search}
      onClear={() => given && change({ q: undefined })}
    />
  );
}
