import { checklistDraftSchema, fieldWords, type ChecklistDraftDefinition } from '#contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parse, stringify } from 'yaml';
import { useLanguage } from '../../format/use-format.js';

interface Props {
  definition: ChecklistDraftDefinition;
  disabled: boolean;
  onChange: (definition: ChecklistDraftDefinition) => void;
  /** Whether what is written can be taken over; leaving would lose what cannot. */
  onReadable: (readable: boolean) => void;
}

const textOf = (definition: ChecklistDraftDefinition): string =>
  stringify(definition, { lineWidth: 120, aliasDuplicateObjects: false });

/** The same draft as YAML. What can be read is taken over at once; what cannot stays in the field, with why. */
export function YamlPart({ definition, disabled, onChange, onReadable }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [text, setText] = useState(() => textOf(definition));
  const [why, setWhy] = useState<string | null>(null);
  const refuse = (reason: string | null) => {
    setWhy(reason);
    onReadable(reason === null);
  };
  const edit = (next: string) => {
    setText(next);
    const read = readDraft(next, definition.id);
    if (typeof read === 'string') return refuse(read);
    if ('issue' in read) return refuse(`${read.path}: ${fieldWords(read.issue)[language]}`);
    if ('otherId' in read) return refuse(t('checklists.yamlId', { id: definition.id }));
    refuse(null);
    onChange(read.definition);
  };
  return (
    <section className="admin-section checklist-whole-yaml">
      <p className="admin-hint">{t('checklists.yamlHint')}</p>
      <Input.TextArea
        aria-label={t('checklists.tab.yaml')}
        className="checklist-yaml"
        autoSize={{ minRows: 20, maxRows: 40 }}
        spellCheck={false}
        disabled={disabled}
        value={text}
        status={why ? 'error' : undefined}
        aria-invalid={why !== null}
        aria-describedby="checklist-yaml-bad"
        onChange={({ target }) => edit(target.value)}
      />
      {why && (
        <p role="alert" className="admin-wrong" id="checklist-yaml-bad">
          {t('checklists.yamlBad', { why })}{' '}
          <Button
            size="small"
            onClick={() => {
              setText(textOf(definition));
              refuse(null);
            }}
          >
            {t('checklists.yamlBack')}
          </Button>
        </p>
      )}
    </section>
  );
}

type Read =
  | string
  | { definition: ChecklistDraftDefinition }
  | { issue: Parameters<typeof fieldWords>[0]; path: string }
  | { otherId: true };

function readDraft(text: string, id: string): Read {
  try {
    const value: unknown = parse(text, { maxAliasCount: 50 });
    const read = checklistDraftSchema.safeParse(value);
    if (read.success) return read.data.id === id ? { definition: read.data } : { otherId: true };
    const [issue] = read.error.issues;
    return { issue: issue!, path: issue!.path.map(String).join('.') };
  } catch (error) {
    return (error as Error).message.split('\n')[0] ?? '';
  }
}
