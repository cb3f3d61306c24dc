import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../components/keyboard.js';
import { useClear } from '../../components/use-clear.js';

interface SearchBoxProps {
  /** What the address asks for. */
  given: string;
  onSearch: (words: string) => void;
}

/** Searching reads other people's words and is journalled: it happens when it is asked for, not with each letter. */
export function SearchBox({ given, onSearch }: SearchBoxProps) {
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
