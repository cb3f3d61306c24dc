import { Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useState } from 'react';
import { useMay } from '../../data/session.js';
import { FilterChips } from '../calls/filter-chips.js';
import { DateFilter, SeveralFilter } from '../calls/filter-controls.js';
import { useListFilters } from '../calls/list-filters.js';
import { useChoices } from '../calls/use-choices.js';
import { SearchResults } from './search-results.js';
import { useShortcuts } from '../../components/keyboard.js';
import { useClear } from '../../components/use-clear.js';
import '../calls/calls.css';
import '../calls/filters.css';
import './search.css';

/** Calls by what was said in them. */
export function SearchScreen() {
  const { t } = useTranslation();
  const may = useMay('transcripts.read');
  return (
    <div className="calls search column fills">
      <header className="calls-head line padded-thin">
        <h1>{t('search.title')}</h1>
      </header>
      {may ? <Search /> : <p className="note">{t('search.noPermission')}</p>}
    </div>
  );
}

const SPEAKERS = ['anyone', 'agent', 'customer'] as const;

function Search() {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const { filters } = useListFilters();
  const choices = useChoices();
  const words = address.get('words') ?? '';
  const said = SPEAKERS.find((one) => one === address.get('speaker')) ?? 'anyone';
  const change = (name: 'words' | 'speaker', value: string) =>
    setAddress((was) => {
      const next = new URLSearchParams(was);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  const { choices: offered, searchAgents } = choices;
  const question = { words, filters, ...(said !== 'anyone' && { speaker: said }) };
  return (
    <>
      <div className="calls-find flex wraps at-top gap-2" role="search">
        <SearchBox given={words} onSearch={(typed) => change('words', typed)} />
        <Segmented
          aria-label={t('search.saidBy')}
          options={SPEAKERS.map((value) => ({ value, label: t(`search.speaker.${value}`) }))}
          value={said}
          onChange={(value) => change('speaker', value === 'anyone' ? '' : value)}
        />
        <DateFilter fixed={false} />
        <SeveralFilter name="team" choices={offered.team ?? []} />
        <SeveralFilter name="agent" choices={offered.agent ?? []} onSearch={searchAgents} />
        <SeveralFilter name="client" choices={offered.client ?? []} />
        <SeveralFilter name="result" choices={offered.result ?? []} />
        <SeveralFilter name="language" choices={offered.language ?? []} />
      </div>
      <div className="calls-narrowed flex at-top gap-3">
        <FilterChips choices={choices} bare={`/search?words=${encodeURIComponent(words)}`} />
      </div>
      <SearchResults question={question} />
    </>
  );
}

interface SearchBoxProps {
  /** What the address asks for. */
  given: string;
  onSearch: (words: string) => void;
}

/** Searching reads other people's words and is journalled: it happens when it is asked for, not with each letter. */
function SearchBox({ given, onSearch }: SearchBoxProps) {
  const { t } = useTranslation();
  const clear = useClear();
  const [typed, setTyped] = useState({ text: given, given });
  // The address changed by other means: back, a link.
  if (typed.given !== given) setTyped({ text: given, given });
  useShortcuts({ '/': () => document.querySelector<HTMLInputElement>('#search-words')?.focus() });
  return (
    <Input.Search
      id="search-words"
      className="search-words"
      allowClear={clear}
      autoFocus
      maxLength={80}
      enterButton={t('search.search')}
      aria-label={t('search.words')}
      placeholder={t('search.hint')}
      title={t('search.hint')}
      value={typed.text}
      onChange={(event) => setTyped({ text: event.target.value, given })}
      onSearch={(text) => text.trim() !== given && onSearch(text.trim())}
    />
  );
}
