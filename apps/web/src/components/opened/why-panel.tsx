import { use, useEffect, useRef, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import type { Language } from '#contracts';
import { useLanguage } from '../../format/use-format.js';
import { loaded } from '../../shell/later.js';
import { GUIDES, type Figure } from './guides.js';

type Words = { explained: Record<Figure, Explanation>; why: Record<keyof Explanation | 'guide' | 'byClause', string> };
type Explanation = Partial<Record<'rule', string>> & Record<'what' | 'from' | 'not', string>;

const LOAD: Record<Language, () => Promise<Words>> = {
  zh: () => import('../../locales/zh/explained.js'),
  en: () => import('../../locales/en/explained.js'),
};
const coming = new Map<Language, Promise<Words>>();

/** Once for each language; what did not come is asked for again. */
function wordsIn(language: Language): Promise<Words> {
  const words = coming.get(language) ?? loaded(LOAD[language]);
  coming.set(language, words);
  words.catch(() => coming.delete(language));
  return words;
}

interface Props {
  of: Figure;
  name: string;
  clause?: string | undefined;
  onClose: () => void;
}

/** What a figure is, in the reader's language. It has the focus while it is open, so that its words are read and Escape closes it. */
export function WhyPanel({ of, name, clause, onClose }: Props) {
  const { explained, why } = use(wordsIn(useLanguage()));
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  const { what, from, not, rule } = explained[of];
  const lines: [string, string | undefined][] = [
    [why.what, what],
    [why.from, from],
    [why.not, not],
    [why.rule, clause ? `${why.byClause}${clause}` : rule],
  ];
  return (
    <div ref={panel} className="why-panel" role="dialog" aria-label={name} tabIndex={-1} onKeyDown={onKeyDown}>
      <dl>
        {lines.map(
          ([term, words]) =>
            words && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{words}</dd>
              </div>
            ),
        )}
      </dl>
      <Link to={`/help/${GUIDES[of]}`}>{why.guide}</Link>
    </div>
  );
}
