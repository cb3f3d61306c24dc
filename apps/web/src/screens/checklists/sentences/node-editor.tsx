import { leftOver, sentenceOf, valueAt, withValue } from '#quality/screens';
import { type SentenceNode } from '#quality/screens';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../components/opened/select.js';
import { useLanguage } from '../../../format/use-format.js';
import { BlockField, isBlock } from './block-field.js';
import { stringify } from 'yaml';
import { type NodeProps, useNested } from './condition-list.js';

/** A check or a condition as its sentence; of a kind without one, what it says is shown and kept. */
export function NodeEditor({ label, rows, node, disabled, actions, onChange }: NodeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { Line } = useNested();
  const row = sentenceOf(rows, node);
  const choose = (at: number) => {
    const { kind, start } = rows[at]!;
    // What was written about a condition that does not hold is as true of the next one.
    const words = node['otherwise'] === undefined || !('otherwise' in start) ? {} : { otherwise: node['otherwise'] };
    onChange({ kind, ...structuredClone(start), ...words });
  };
  return (
    <div className="sentence">
      <div className="line">
        <Select
          aria-label={label}
          value={row ? rows.indexOf(row) : node.kind}
          disabled={disabled}
          popupMatchSelectWidth={false}
          className="sentence-kind"
          options={rows.map(({ name }, at) => ({ value: at as number | string, label: name[language] }))}
          onChange={(at: number | string) => choose(Number(at))}
        />
        {actions}
      </div>
      {row ? (
        <>
          <ul className="sentence-lines">
            {row.lines.map((line, i) => (
              <li key={i}>
                <Line
                  line={line}
                  node={node}
                  fields={row.fields}
                  disabled={disabled}
                  onChange={(next) => onChange(next as SentenceNode)}
                />
              </li>
            ))}
          </ul>
          {Object.entries(row.fields)
            .filter(([, field]) => isBlock(field))
            .map(([path, field]) => (
              <BlockField
                key={path}
                field={field}
                value={valueAt(node, path)}
                disabled={disabled}
                onChange={(value) => onChange(withValue(node, path, value))}
              />
            ))}
          <Kept value={leftOver(node, row)} />
        </>
      ) : (
        <>
          <p className="admin-hint">{t('checklists.noSentence')}</p>
          <Kept value={node} />
        </>
      )}
    </div>
  );
}

/** What the form has no field for: shown as it is, and kept. */
export function Kept({ value }: { value: object }) {
  const { t } = useTranslation();
  if (Object.keys(value).length === 0) return null;
  return (
    <div className="sentence-kept">
      <small>{t('checklists.keptAsIs')}</small>
      <pre className="checklist-yaml">{stringify(value, { lineWidth: 100, aliasDuplicateObjects: false }).trim()}</pre>
    </div>
  );
}
