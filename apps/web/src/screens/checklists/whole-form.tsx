import type { ChecklistDraftDefinition, DraftSection } from '#contracts';
import { Checkbox, Input, InputNumber } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/admin-page.js';
import { ConditionList } from './sentences/condition-list.js';
import { Told, ToldOfWhole } from './phrase-lines.js';

interface WholeProps {
  draft: ChecklistDraftDefinition;
  disabled: boolean;
  onChange: (change: Partial<ChecklistDraftDefinition>) => void;
}

const DIRECTIONS = ['inbound', 'outbound', 'internal'] as const;

/** What concerns the whole checklist: its title, which calls it judges, and when it gives a total. */
export function WholeForm({ draft, disabled, onChange }: WholeProps) {
  const { t } = useTranslation();
  const id = useId();
  const judges = draft.judges ?? { directions: [], main: false };
  const number = (name: string, label: string, value: number | undefined, set: (value: number | undefined) => void) => (
    <Field label={label} htmlFor={`${id}-${name}`}>
      <InputNumber
        id={`${id}-${name}`}
        min={0}
        value={value ?? null}
        disabled={disabled}
        onChange={(next) => set(next ?? undefined)}
      />
    </Field>
  );
  const minimum = (language: 'zh' | 'en') => (value: number | undefined) =>
    onChange({ minimumWords: { ...draft.minimumWords, [language]: value ?? 0 } });
  return (
    <>
      <ToldOfWhole />
      <Titles title={draft.title} disabled={disabled} onChange={(title) => onChange({ title })} />
      <fieldset className="checklist-check">
        <legend>{t('checklists.directions')}</legend>
        <Told at="judges" />
        <Checkbox.Group
          disabled={disabled}
          value={judges.directions}
          options={DIRECTIONS.map((value) => ({ value, label: t(`checklists.direction.${value}`) }))}
          onChange={(directions) => onChange({ judges: { ...judges, directions } })}
        />
        <p>
          <Checkbox
            disabled={disabled}
            checked={judges.main}
            onChange={({ target }) => onChange({ judges: { ...judges, main: target.checked } })}
          >
            {t('checklists.main')}
          </Checkbox>
          <span className="admin-hint">{t('checklists.mainHint')}</span>
        </p>
      </fieldset>
      {['requiredCoverage', 'totalWeight', 'minimumWords'].map((at) => (
        <Told key={at} at={at} />
      ))}
      <div className="admin-fields">
        {number('coverage', t('checklists.coverage'), Math.round(draft.requiredCoverage * 100), (share) =>
          onChange({ requiredCoverage: (share ?? 0) / 100 }),
        )}
        {number('total', t('checklists.totalWeight'), draft.totalWeight, (totalWeight) => onChange({ totalWeight }))}
        {number('zh', t('checklists.minimumZh'), draft.minimumWords.zh, minimum('zh'))}
        {number('en', t('checklists.minimumEn'), draft.minimumWords.en, minimum('en'))}
      </div>
      <fieldset className="checklist-check">
        <legend>{t('checklists.judgesWhen')}</legend>
        <ConditionList
          conditions={judges.appliesWhen ?? []}
          disabled={disabled}
          onChange={(appliesWhen) => onChange({ judges: { ...judges, appliesWhen } })}
        />
      </fieldset>
    </>
  );
}

interface SectionProps {
  section: DraftSection;
  disabled: boolean;
  onChange: (change: Partial<DraftSection>) => void;
}

export function SectionForm({ section, disabled, onChange }: SectionProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <ToldOfWhole />
      <Titles title={section.title} disabled={disabled} onChange={(title) => onChange({ title })} />
      <div className="admin-fields">
        <Field label={t('checklists.sectionId')} htmlFor={`${id}-id`}>
          <Input
            id={`${id}-id`}
            value={section.id}
            disabled={disabled}
            onChange={({ target }) => onChange({ id: target.value })}
          />
        </Field>
        <Field label={t('checklists.sectionWeight')} htmlFor={`${id}-weight`}>
          <InputNumber
            id={`${id}-weight`}
            min={0}
            value={section.weight ?? null}
            disabled={disabled}
            onChange={(weight) => onChange({ weight: weight ?? undefined })}
          />
        </Field>
      </div>
      <Told at="id" />
      <Told at="weight" />
    </>
  );
}

interface TitlesProps {
  title: { zh: string; en: string };
  disabled: boolean;
  onChange: (title: { zh: string; en: string }) => void;
}

function Titles({ title, disabled, onChange }: TitlesProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="admin-fields">
      {(['zh', 'en'] as const).map((language) => (
        <div key={language}>
          <Field
            label={t(language === 'zh' ? 'checklists.titleZh' : 'checklists.titleEn')}
            htmlFor={`${id}-${language}`}
          >
            <Input
              id={`${id}-${language}`}
              lang={language}
              value={title[language]}
              disabled={disabled}
              onChange={({ target }) => onChange({ ...title, [language]: target.value })}
            />
          </Field>
          <Told at={`title.${language}`} />
        </div>
      ))}
    </div>
  );
}
