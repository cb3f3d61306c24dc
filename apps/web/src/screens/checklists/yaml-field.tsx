import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parse, stringify } from 'yaml';

interface Props {
  label: string;
  /** A list or a map; an empty list is an empty text. */
  value: unknown;
  rows?: number;
  disabled?: boolean;
  onChange: (value: unknown) => void;
}

const textOf = (value: unknown): string =>
  value === undefined || (Array.isArray(value) && value.length === 0)
    ? ''
    : stringify(value, { lineWidth: 100, aliasDuplicateObjects: false });

/**
 * Edits a part of a checklist as YAML. What cannot be read stays in the field, with why, and is not taken over; what was taken over is the
 * last that could be read.
 */
export function YamlField({ label, value, rows = 6, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(() => textOf(value));
  const [why, setWhy] = useState<string | null>(null);
  const edit = (next: string) => {
    setText(next);
    try {
      const read: unknown = next.trim() === '' ? [] : parse(next, { maxAliasCount: 20 });
      if (typeof read !== 'object' || read === null) throw new Error(next.slice(0, 40));
      setWhy(null);
      onChange(read);
    } catch (error) {
      setWhy((error as Error).message.split('\n')[0] ?? '');
    }
  };
  return (
    <div className="admin-field">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        className="checklist-yaml"
        autoSize={{ minRows: Math.min(rows, 3), maxRows: 16 }}
        spellCheck={false}
        disabled={disabled}
        value={text}
        status={why ? 'error' : undefined}
        aria-describedby={why ? `${id}-why` : undefined}
        onChange={({ target }) => edit(target.value)}
      />
      {why && (
        <span id={`${id}-why`} role="alert" className="admin-wrong">
          {t('checklists.yamlBad', { why })}
        </span>
      )}
    </div>
  );
}
