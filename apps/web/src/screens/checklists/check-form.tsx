import type { DraftItem } from '#contracts';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { usePhrases } from '../../data/checklists.js';
import { useFormat } from '../../format/use-format.js';
import { KINDS, useKindName } from './use-kind-name.js';
import { YamlField } from './yaml-field.js';

type Check = DraftItem['check'];

interface Props {
  check: Check;
  disabled: boolean;
  onChange: (check: Check) => void;
}

const LISTS = ['lookFor', 'against', 'doubtful', 'notWithin'] as const;
const ZONES = ['anywhere', 'opening', 'closing', 'first_turn', 'last_turn'] as const;
const SPEAKERS = ['agent', 'customer', 'anyone'] as const;
const ABSENT = ['not_met', 'met', 'ambiguous', 'no_fact'] as const;

/** A phrase check is a form; every other kind is YAML, and a phrase check too on request. */
export function CheckForm({ check, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const kindName = useKindName();
  const [asYaml, setAsYaml] = useState(false);
  const simple = check.kind === 'phrase' && !asYaml;
  const id = useId();
  return (
    <fieldset className="checklist-check">
      <legend>{t('checklists.check')}</legend>
      <div className="admin-row">
        <Select
          id={id}
          aria-label={t('checklists.check')}
          value={check.kind}
          disabled={disabled}
          style={{ width: 240 }}
          options={KINDS.map((kind) => ({ value: kind, label: kindName(kind) }))}
          onChange={(kind: string) => onChange(kind === check.kind ? check : { kind })}
        />
        {check.kind === 'phrase' && (
          <Button size="small" onClick={() => setAsYaml(!asYaml)}>
            {asYaml ? t('checklists.asForm') : t('checklists.asYaml')}
          </Button>
        )}
      </div>
      {simple ? (
        <PhraseForm check={check} disabled={disabled} onChange={onChange} />
      ) : (
        <YamlField
          key={check.kind}
          label={t('checklists.checkYaml')}
          value={check}
          rows={10}
          disabled={disabled}
          onChange={(value) => onChange({ kind: check.kind, ...(value as object) })}
        />
      )}
    </fieldset>
  );
}

function PhraseForm({ check, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const phrases = usePhrases();
  const id = useId();
  const set = (change: Record<string, unknown>) => onChange({ ...check, ...change });
  const names = (list: string): string[] => (Array.isArray(check[list]) ? (check[list] as string[]) : []);
  const options = (phrases.data?.entries ?? []).map(({ name, title }) => ({
    value: name,
    label: `${name} · ${format.text({ zh: title.zh ?? name, en: title.en ?? name })}`,
  }));
  return (
    <>
      <div className="admin-fields">
        {LISTS.map((list) => (
          <Field key={list} label={t(`checklists.${list}`)} htmlFor={`${id}-${list}`}>
            <Select
              id={`${id}-${list}`}
              mode="multiple"
              value={names(list)}
              options={options}
              disabled={disabled}
              loading={phrases.isPending}
              onChange={(value: string[]) => set({ [list]: value })}
            />
          </Field>
        ))}
        <Field label={t('checklists.speaker')} htmlFor={`${id}-speaker`}>
          <Select
            id={`${id}-speaker`}
            value={String(check['speaker'] ?? 'agent')}
            disabled={disabled}
            options={SPEAKERS.map((value) => ({ value: value as string, label: t(`checklists.speakers.${value}`) }))}
            onChange={(speaker: string) => set({ speaker })}
          />
        </Field>
        <Field label={t('checklists.zone')} htmlFor={`${id}-zone`}>
          <Select
            id={`${id}-zone`}
            value={String(check['zone'] ?? 'anywhere')}
            disabled={disabled}
            options={ZONES.map((value) => ({ value: value as string, label: t(`checklists.zones.${value}`) }))}
            onChange={(zone: string) => set({ zone })}
          />
        </Field>
        <Field label={t('checklists.whenAbsent')} htmlFor={`${id}-absent`}>
          <Select
            id={`${id}-absent`}
            value={String(check['whenAbsent'] ?? 'not_met')}
            disabled={disabled}
            options={ABSENT.map((value) => ({ value: value as string, label: t(`checklists.absent.${value}`) }))}
            onChange={(whenAbsent: string) => set({ whenAbsent })}
          />
        </Field>
      </div>
      <PhraseLists names={LISTS.flatMap(names)} />
    </>
  );
}

const SHOWN = 12;

/** What the chosen lists hold, in both languages. */
function PhraseLists({ names }: { names: readonly string[] }) {
  const { t } = useTranslation();
  const phrases = usePhrases();
  const chosen = (phrases.data?.entries ?? []).filter(({ name }) => names.includes(name));
  if (chosen.length === 0) return null;
  return (
    <details className="checklist-phrases">
      <summary>{t('checklists.phrases')}</summary>
      <dl>
        {chosen.map(({ name, phrases: both }) => (
          <div key={name}>
            <dt>{name}</dt>
            {(['zh', 'en'] as const).map((language) => (
              <dd key={language} lang={language}>
                {both[language].slice(0, SHOWN).join(' · ')}
                {both[language].length > SHOWN && (
                  <small> {t('checklists.phrasesMore', { count: both[language].length - SHOWN })}</small>
                )}
              </dd>
            ))}
            {both.zh.length + both.en.length === 0 && <dd>{t('checklists.phrasesNone')}</dd>}
          </div>
        ))}
      </dl>
    </details>
  );
}
