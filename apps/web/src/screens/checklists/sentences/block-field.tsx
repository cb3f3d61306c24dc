import { CHECK_SENTENCES, type SentenceField } from '#quality/screens';
import { type SentenceNode } from '#quality/screens';
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../format/use-format.js';
import { PhraseLines } from '../phrase-lines.js';
import { useNested } from './condition-list.js';

interface Props {
  field: SentenceField;
  value: unknown;
  disabled: boolean;
  onChange: (value: unknown) => void;
}

/** Stands below the sentence and not in it. */
export const isBlock = ({ type }: SentenceField): boolean =>
  ['words', 'check', 'checks', 'cases', 'examples'].includes(type);

const NEW_CHECK: SentenceNode = { kind: 'phrase', lookFor: [] };

export function BlockField({ field, ...props }: Props) {
  switch (field.type) {
    case 'words':
      return <Words field={field} {...props} />;
    case 'examples':
      return <ExampleLines field={field} {...props} />;
    case 'check':
      return <OneCheck field={field} {...props} />;
    case 'checks':
      return <Checks field={field} {...props} />;
    case 'cases':
      return <Cases field={field} {...props} />;
    default:
      return null;
  }
}

type Of<T extends SentenceField['type']> = Props & { field: Extract<SentenceField, { type: T }> };

function Words({ field, value, disabled, onChange }: Of<'words'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const now = (value ?? { zh: '', en: '' }) as { zh: string; en: string };
  const set = (change: Partial<typeof now>) => {
    const next = { ...now, ...change };
    onChange(field.optional && next.zh === '' && next.en === '' ? undefined : next);
  };
  return (
    <div className="sentence-words column gap-1 around-2">
      <span className="admin-hint" id={id}>
        {field.label[language]}
      </span>
      {(['zh', 'en'] as const).map((one) => (
        <Input
          key={one}
          size="small"
          lang={one}
          aria-label={`${field.label[language]} ${t(one === 'zh' ? 'checklists.languageZh' : 'checklists.languageEn')}`}
          placeholder={t(one === 'zh' ? 'checklists.languageZh' : 'checklists.languageEn')}
          value={now[one]}
          disabled={disabled}
          maxLength={2000}
          onChange={({ target }) => set({ [one]: target.value })}
        />
      ))}
    </div>
  );
}

const LONGEST_EXAMPLE = 300;

function ExampleLines({ field, value, disabled, onChange }: Of<'examples'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = { zh: [], en: [], ...(value as Partial<Record<'zh' | 'en', string[]>> | undefined) };
  const label = field.label[language];
  return (
    <>
      {(['zh', 'en'] as const).map((one) => (
        <PhraseLines
          key={one}
          plain
          at=""
          name={t('checklists.examplesIn', { label, language: t(`checklists.${LANGUAGE_NAMES[one]}`) })}
          language={one}
          phrases={now[one]}
          disabled={disabled}
          maxLength={LONGEST_EXAMPLE}
          onChange={(sentences) => onChange({ ...now, [one]: sentences })}
        />
      ))}
    </>
  );
}

const LANGUAGE_NAMES = { zh: 'languageZh', en: 'languageEn' } as const;

const Remove = ({ name, onRemove }: { name: string; onRemove: () => void }) => (
  <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} aria-label={name} onClick={onRemove} />
);

function OneCheck({ field, value, disabled, onChange }: Of<'check'>) {
  const { Node } = useNested();
  const { t } = useTranslation();
  const language = useLanguage();
  const label = field.label[language];
  if (value === undefined) {
    return disabled ? null : (
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange(NEW_CHECK)}>
        {label}
      </Button>
    );
  }
  return (
    <div className="sentence-inner">
      <span className="admin-hint">{label}</span>
      <Node
        label={label}
        rows={CHECK_SENTENCES}
        node={value as SentenceNode}
        disabled={disabled}
        actions={
          field.optional &&
          !disabled && <Remove name={`${t('checklists.remove')} ${label}`} onRemove={() => onChange(undefined)} />
        }
        onChange={onChange}
      />
    </div>
  );
}

function Checks({ field, value, disabled, onChange }: Of<'checks'>) {
  const { Node } = useNested();
  const { t } = useTranslation();
  const language = useLanguage();
  const checks = (Array.isArray(value) ? value : []) as SentenceNode[];
  return (
    <>
      {checks.map((check, i) => (
        <div key={i} className="sentence-inner">
          <Node
            label={`${field.label[language]} ${i + 1}`}
            rows={CHECK_SENTENCES}
            node={check}
            disabled={disabled}
            actions={
              !disabled &&
              checks.length > 2 && (
                <Remove
                  name={`${t('checklists.remove')} ${i + 1}`}
                  onRemove={() => onChange(checks.filter((_, at) => at !== i))}
                />
              )
            }
            onChange={(next) => onChange(checks.map((one, at) => (at === i ? next : one)))}
          />
        </div>
      ))}
      {!disabled && (
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...checks, NEW_CHECK])}>
          {t('checklists.addCheck')}
        </Button>
      )}
    </>
  );
}

interface Case {
  when: SentenceNode[];
  check: SentenceNode;
}

function Cases({ field, value, disabled, onChange }: Of<'cases'>) {
  const { Node, Conditions } = useNested();
  const { t } = useTranslation();
  const language = useLanguage();
  const cases = (Array.isArray(value) ? value : []) as Case[];
  const set = (i: number, change: Partial<Case>) =>
    onChange(cases.map((one, at) => (at === i ? { ...one, ...change } : one)));
  return (
    <>
      {cases.map(({ when, check }, i) => (
        <div key={i} className="sentence-inner">
          <span className="line">
            <b>{`${field.label[language]} ${i + 1}`}</b>
            {!disabled && cases.length > 1 && (
              <Remove
                name={`${t('checklists.remove')} ${field.label[language]} ${i + 1}`}
                onRemove={() => onChange(cases.filter((_, at) => at !== i))}
              />
            )}
          </span>
          <Conditions conditions={when} inCase disabled={disabled} onChange={(next) => set(i, { when: next })} />
          <Node
            label={t('checklists.check')}
            rows={CHECK_SENTENCES}
            node={check}
            disabled={disabled}
            onChange={(next) => set(i, { check: next })}
          />
        </div>
      ))}
      {!disabled && (
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange([...cases, { when: [{ kind: 'situation', in: ['complaint'] }], check: NEW_CHECK }])}
        >
          {t('checklists.addCase')}
        </Button>
      )}
    </>
  );
}
