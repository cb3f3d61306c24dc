import type { BenchAnswer, ChecklistDraftDefinition, Evidence, ItemResult, TraceStep } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OutcomeGlyph } from '../../components/marks.js';
import { useFormat } from '../../format/use-format.js';
import { nothingCounts } from '../call/rules/chosen-card.rules.js';
import { useKindName } from './read-checklist.js';

/** How every item came out, with the words it rests on; the chosen item's evidence is marked in the dialogue. */
export function BenchResult({ answer, definition }: { answer: BenchAnswer; definition: ChecklistDraftDefinition }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const titles = new Map(definition.sections.flatMap(({ items }) => items.map(({ id, title }) => [id, title])));
  const { points, maxPoints } = answer;
  const coverage = format.percent(answer.coverage);
  const item = answer.items.find(({ itemId }) => itemId === chosen);
  return (
    <div className="bench-result">
      {!answer.applies && <p className="note">{t('checklists.benchNotApplies')}</p>}
      <p role="status">
        {nothingCounts(answer, definition)
          ? t('call.nothingCounts')
          : points === null || maxPoints === null
            ? t('checklists.benchNoPoints', { coverage })
            : t('checklists.benchPoints', {
                count: maxPoints,
                points: format.number(points),
                max: format.number(maxPoints),
                coverage,
              })}
      </p>
      <ol
        className="bench-turns dense scrolls sunk rounded padded-box"
        lang={answer.language}
        tabIndex={0}
        aria-label={t('checklists.benchText')}
      >
        {answer.turns.map((turn) => (
          <li key={turn.index}>
            <small>{turn.speaker === 'unknown' ? '–' : t(`checklists.speakers.${turn.speaker}`)}</small>{' '}
            <Marked text={turn.text} at={placesIn(item?.evidence ?? [], turn.index)} />
          </li>
        ))}
      </ol>
      <ul className="bench-items dense">
        {answer.items.map((one) => (
          <Item
            key={one.itemId}
            item={one}
            title={format.text(titles.get(one.itemId) ?? { zh: one.itemId, en: one.itemId })}
            open={one.itemId === chosen}
            onToggle={() => setChosen(one.itemId === chosen ? null : one.itemId)}
          />
        ))}
      </ul>
    </div>
  );
}

type Span = readonly [number, number];

const placesIn = (evidence: readonly Evidence[], turn: number): Span[] =>
  evidence
    .flatMap((one): Span[] => (one.kind === 'words' && one.turn === turn ? [[one.fromChar, one.toChar]] : []))
    .sort((a, b) => a[0] - b[0]);

/** A text with the places of the evidence marked. */
function Marked({ text, at }: { text: string; at: readonly Span[] }) {
  const parts: React.ReactNode[] = [];
  let from = 0;
  for (const [start, end] of at) {
    if (start < from) continue;
    parts.push(
      text.slice(from, start),
      <mark key={start} className="bench-mark">
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}

interface ItemProps {
  item: ItemResult;
  title: string;
  open: boolean;
  onToggle: () => void;
}

function Item({ item, title, open, onToggle }: ItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={open ? 'open' : undefined}>
      <button type="button" className="plain" aria-expanded={open} onClick={onToggle}>
        <OutcomeGlyph outcome={item.outcome} size={14} />
        <b>{t(`outcome.${item.outcome}`)}</b>
        <span>{title}</span>
      </button>
      {open && (
        <div className="bench-why">
          <p>{format.text(item.explanation)}</p>
          {item.trace && item.trace.length > 0 && <Trace steps={item.trace} />}
        </div>
      )}
    </li>
  );
}

function Trace({ steps }: { steps: readonly TraceStep[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useStepName();
  const word = ({ step, outcome, holds, confidence }: TraceStep): string => {
    if (step === 'calibration') return `${format.percent(confidence)}%`;
    if (outcome) return t(`outcome.${outcome}`);
    return t(holds === null ? 'checklists.unknown' : holds ? 'checklists.holds' : 'checklists.fails');
  };
  return (
    <>
      <h3>{t('checklists.benchTrace')}</h3>
      <ol className="bench-trace label">
        {steps.map((step, i) => (
          <li key={i} style={{ paddingInlineStart: 12 * step.depth }}>
            <b>{nameOf(step)}</b> {word(step)} <span>{format.text(step.explanation)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** A step by its kind: of a check with its version, as results name it. */
function useStepName(): (step: TraceStep) => string {
  const { t } = useTranslation();
  const kindName = useKindName();
  const conditionName = useKindName('condition');
  return ({ step, name }) => {
    if (step === 'calibration') return t('checklists.calibration');
    if (step === 'check') return kindName(name.split('/')[0] ?? name);
    return conditionName(name);
  };
}
