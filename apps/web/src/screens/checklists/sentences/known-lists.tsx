import type { Bilingual, ChecklistDraftDefinition } from '#contracts';
import type { Saying } from '#quality/screens';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { usePhrases } from '../../../data/checklists.js';
import { useLanguage } from '../../../format/use-format.js';

export interface KnownList {
  name: string;
  title: Bilingual;
  /** Of the checklist itself, and not of the product. */
  own: boolean;
}

const Known = createContext<readonly KnownList[]>([]);

/** What phrase lists can be named below: those of the checklist's own first, then those of the product. */
export function KnownLists({ draft, children }: { draft: ChecklistDraftDefinition; children: ReactNode }) {
  const phrases = usePhrases();
  const lists = useMemo(
    () => [
      ...(draft.phraseLists ?? []).map(({ name, title }) => ({
        name,
        title: { zh: title.zh || name, en: title.en || name },
        own: true,
      })),
      ...(phrases.data?.entries ?? []).map(({ name, title }) => ({
        name,
        title: { zh: title.zh ?? name, en: title.en ?? name },
        own: false,
      })),
    ],
    [draft.phraseLists, phrases.data],
  );
  return <Known value={lists}>{children}</Known>;
}

export const useKnownLists = (): readonly KnownList[] => useContext(Known);

/** What checks are said with, in the language of the screen. */
export function useSaying(): Saying {
  const lists = useKnownLists();
  const language = useLanguage();
  return useMemo(() => {
    const titles = new Map(lists.map(({ name, title }) => [name, title]));
    return { language, titleOf: (list: string) => titles.get(list) };
  }, [lists, language]);
}
