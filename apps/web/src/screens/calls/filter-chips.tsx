import { CloseOutlined } from '@ant-design/icons';
import { RESULT, type CallFilterName, type Tone, type WrittenFilters } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ALL_CALLS, chipsOf } from './filters.rules.js';
import { useListFilters } from './list-filters.js';
import type { Choices } from './use-choices.js';

/** How results of a clause of the policy begin. */
const CLAUSE = 'clause=';

/** Names every filter that narrows the list; each can be taken away, and all of them by going to `bare`. */
export function FilterChips({ choices, bare = ALL_CALLS }: { choices: Choices; bare?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { filters, change } = useListFilters();
  const words = useChipWords(choices, filters);
  const chips = chipsOf(filters);
  if (chips.length === 0) return null;
  return (
    <ul className="row gap-2 dense shrinks" aria-label={t('calls.filters.label')}>
      {chips.map((names) => (
        <li key={names.join()} className="chip flex centred link">
          <span>{words(names)}</span>
          <button
            type="button"
            className="plain"
            aria-label={t('calls.filter.remove', { filter: words(names) })}
            onClick={() => change(Object.fromEntries(names.map((name) => [name, undefined])))}
          >
            <CloseOutlined aria-hidden />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className="plain link" onClick={() => void navigate(bare)}>
            {t('calls.filter.removeAll')}
          </button>
        </li>
      )}
    </ul>
  );
}

/** `班组：客服一组、技术支持组`, `Team: Care team 1, Technical support`. */
function useChipWords({ choices, known }: Choices, filters: WrittenFilters) {
  const { t } = useTranslation();
  return (names: readonly CallFilterName[]): string => {
    const [name] = names as [CallFilterName];
    const pair = PAIRED[name];
    if (pair) {
      const [least, most] = [filters[pair.least], filters[pair.most]];
      const value =
        least === undefined
          ? t(`calls.filter.upTo`, { most })
          : most === undefined
            ? t(`calls.filter.since`, { least })
            : t(`calls.filter.between`, { least, most });
      return t('calls.filter.chip', { name: t(`calls.filter.${pair.word}`), value });
    }
    if (name === 'call') return t('calls.filter.ticked', { count: (filters.call ?? '').split(',').length });
    const values = (filters[name] ?? '').split(',').map((value) => {
      const label = choices[name]?.find((choice) => choice.value === value)?.label;
      // A shared view may name a team that its reader does not see: the list has none of it, and the chip says so.
      if (label !== undefined) return label;
      const clause = name === 'result' ? RESULT.exec(value)?.groups : undefined;
      if (clause?.['item']?.startsWith(CLAUSE)) {
        const outcome = t(`outcome.${clause['outcome'] as Tone}`);
        return t('calls.filter.resultOf', { outcome, title: clause['item'].slice(CLAUSE.length) });
      }
      return name === 'q' ? value : known ? t('calls.filter.outside') : '…';
    });
    const value = name === 'q' ? (filters.q ?? '') : values.join(t('calls.filter.and'));
    return t('calls.filter.chip', { name: t(`calls.filter.${name as 'stage'}`), value });
  };
}

const pairOf = (word: 'date' | 'points' | 'coverage' | 'duration', least: CallFilterName, most: CallFilterName) => {
  const pair = { word, least, most };
  return { [least]: pair, [most]: pair };
};
const PAIRED: Partial<
  Record<
    CallFilterName,
    { word: 'date' | 'points' | 'coverage' | 'duration'; least: CallFilterName; most: CallFilterName }
  >
> = {
  ...pairOf('date', 'from', 'to'),
  ...pairOf('points', 'pointsMin', 'pointsMax'),
  ...pairOf('coverage', 'coverageMin', 'coverageMax'),
  ...pairOf('duration', 'durationMin', 'durationMax'),
};
