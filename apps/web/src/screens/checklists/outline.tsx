import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import type { ChecklistDraftDefinition, ChecklistFinding } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts, AskFirst } from '../../components/acts.js';
import { useLanguage } from '../../format/use-format.js';
import { addItem, addSection, move, remove, sumOf, WHOLE, type Chosen } from './draft-edits.rules.js';

interface Props {
  draft: ChecklistDraftDefinition;
  findings: readonly ChecklistFinding[];
  /** Of items that a published version had. */
  publishedItemIds: readonly string[];
  chosen: Chosen;
  disabled: boolean;
  onChoose: (chosen: Chosen) => void;
  onChange: (draft: ChecklistDraftDefinition, chosen: Chosen) => void;
}

const isSame = (a: Chosen, b: Chosen): boolean => a.section === b.section && a.item === b.item;

/** Sections and items, with their weights; what has an error says so. */
export function Outline({ draft, findings, publishedItemIds, chosen, disabled, onChoose, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const entry = (at: Chosen, title: string, weight: number) => {
    const wrong = findings.some(
      (one) => one.severity === 'error' && isSame({ section: one.section, item: one.item }, at),
    );
    return (
      <button
        type="button"
        className={at.item === null ? 'plain bold above-2' : 'plain outline-item'}
        aria-current={isSame(at, chosen) ? 'true' : undefined}
        onClick={() => onChoose(at)}
        onKeyDown={(event) => {
          const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined;
          if (by === undefined || disabled || at.section === null) return;
          event.preventDefault();
          const moved = move(draft, at, by);
          onChange(moved.draft, moved.chosen);
          // The focus goes with what was moved.
          const outline = event.currentTarget.closest('nav');
          requestAnimationFrame(() => outline?.querySelector<HTMLElement>('[aria-current="true"]')?.focus());
        }}
      >
        <span>{title}</span>
        {wrong && <b className="label bad">{t('checklists.severity.error')}</b>}
        <span className="outline-weight">{weight}</span>
      </button>
    );
  };
  const named = (title: { zh: string; en: string }, id: string): string => title[language] || id;
  const all = draft.sections.flatMap(({ items }) => items);
  return (
    <nav className="checklist-outline dense" aria-label={t('checklists.sections')}>
      <p className="checklist-total flex between soft">
        {t('checklists.total', { count: all.length })}
        <b>{t('checklists.totalPoints', { count: sumOf(all) })}</b>
      </p>
      <ul>
        <li>{entry(WHOLE, t('checklists.whole'), sumOf(all))}</li>
        {draft.sections.map((section, index) => (
          <li key={index}>
            {entry({ section: index, item: null }, named(section.title, section.id), sumOf(section.items))}
            <ul>
              {section.items.map((item, i) => (
                <li key={i}>{entry({ section: index, item: i }, named(item.title, item.id), item.weight)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {!disabled && <p className="admin-hint">{t('checklists.moveHint')}</p>}
      {!disabled && <OutlineActions {...{ draft, publishedItemIds, chosen, onChange }} />}
    </nav>
  );
}

type ActionProps = Pick<Props, 'draft' | 'publishedItemIds' | 'chosen' | 'onChange'>;

function OutlineActions({ draft, publishedItemIds, chosen, onChange }: ActionProps) {
  const { t } = useTranslation();
  const apply = (next: { draft: ChecklistDraftDefinition; chosen: Chosen }) => onChange(next.draft, next.chosen);
  const { section, item } = chosen;
  return (
    <Acts>
      {section !== null && (
        <Button size="small" onClick={() => apply(addItem(draft, section, publishedItemIds))}>
          {t('checklists.addItem')}
        </Button>
      )}
      <Button size="small" onClick={() => apply(addSection(draft))}>
        {t('checklists.addSection')}
      </Button>
      {section !== null && (
        <>
          <Button
            size="small"
            icon={<ArrowUpOutlined aria-hidden />}
            aria-label={t('checklists.up')}
            onClick={() => apply(move(draft, chosen, -1))}
          />
          <Button
            size="small"
            icon={<ArrowDownOutlined aria-hidden />}
            aria-label={t('checklists.down')}
            onClick={() => apply(move(draft, chosen, 1))}
          />
          <AskFirst
            ask={item === null ? t('checklists.removeSectionAsk') : t('checklists.removeItemAsk')}
            onYes={() => onChange(remove(draft, chosen), WHOLE)}
          >
            {t('checklists.remove')}
          </AskFirst>
        </>
      )}
    </Acts>
  );
}
