import type { ChecklistFinding } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import type { Chosen } from './draft-edits.rules.js';

interface Props {
  findings: readonly ChecklistFinding[];
  onChoose?: (chosen: Chosen) => void;
}

/** What the validator says, each with its item and what to do; a press leads to the item. */
export function Findings({ findings, onChoose }: Props) {
  const { t } = useTranslation();
  if (findings.length === 0) return <p className="admin-done">{t('checklists.findingsNone')}</p>;
  return (
    <ul className="checklist-findings">
      {findings.map((finding, i) => (
        <Finding key={i} finding={finding} onChoose={onChoose} />
      ))}
    </ul>
  );
}

function Finding({ finding, onChoose }: { finding: ChecklistFinding; onChoose?: Props['onChoose'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { severity, section, item, itemId, what, remedy } = finding;
  const place = itemId ?? (section === null ? t('checklists.whole') : `${t('checklists.section')} ${section + 1}`);
  return (
    <li className={severity}>
      <b>{t(`checklists.severity.${severity}`)}</b>
      {onChoose ? (
        <button type="button" className="plain" onClick={() => onChoose({ section, item })}>
          {place}
        </button>
      ) : (
        <span>{place}</span>
      )}
      <span>
        {format.text(what)} {format.text(remedy)}
      </span>
    </li>
  );
}
