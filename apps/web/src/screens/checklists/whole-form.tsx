import type { ChecklistDraftDefinition, DraftSection } from '#contracts';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormPart } from '../../components/dialogs.js';
import { ConditionList } from './sentences/condition-list.js';
import { Told, ToldOfWhole } from './phrase-lines.js';

interface WholeProps {
  draft: ChecklistDraftDefinition;
  disabled: boolean;
  onChange: (change: Partial<ChecklistDraftDefinition>) => void;
}

/** A number that is cleared is none. */
const least = z.number().min(0).nullable();
const NUMBERS = z.object({ coverage: least, zh: least, en: least, totalWeight: z.number().min(0).optional() });
const SECTION = z.object({ id: z.string(), weight: z.number().min(0).optional() });
const TITLES = z.object({ zh: z.string(), en: z.string() });
const DIRECTIONS = ['inbound', 'outbound', 'internal'] as const;

/** What concerns the whole checklist: its title, which calls it judges, and when it gives a total. */
export function WholeForm({ draft, disabled, onChange }: WholeProps) {
  const { t } = useTranslation();
  const judges = draft.judges ?? { directions: [], main: false };
  const words = draft.minimumWords;
  const numbers = { body: NUMBERS, disabled };
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
        <FormPart<{ coverage: number | null }>
          {...numbers}
          value={{ coverage: Math.round(draft.requiredCoverage * 100) }}
          onChange={({ coverage }) => onChange({ requiredCoverage: (coverage ?? 0) / 100 })}
          fields={[{ of: 'coverage', label: t('checklists.coverage') }]}
        />
        <FormPart
          {...numbers}
          value={draft}
          onChange={onChange}
          fields={[{ of: 'totalWeight', label: t('checklists.totalWeight') }]}
        />
        <FormPart<{ zh: number | null; en: number | null }>
          {...numbers}
          value={words}
          onChange={({ zh = words.zh, en = words.en }) => onChange({ minimumWords: { zh: zh ?? 0, en: en ?? 0 } })}
          fields={[
            { of: 'zh', label: t('checklists.minimumZh') },
            { of: 'en', label: t('checklists.minimumEn') },
          ]}
        />
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
  return (
    <>
      <ToldOfWhole />
      <Titles title={section.title} disabled={disabled} onChange={(title) => onChange({ title })} />
      <div className="admin-fields">
        <FormPart
          body={SECTION}
          disabled={disabled}
          value={section}
          onChange={onChange}
          fields={[
            { of: 'id', label: t('checklists.sectionId') },
            { of: 'weight', label: t('checklists.sectionWeight') },
          ]}
        />
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
  return (
    <div className="admin-fields">
      <FormPart
        body={TITLES}
        disabled={disabled}
        value={title}
        onChange={(part) => onChange({ ...title, ...part })}
        fields={(['zh', 'en'] as const).map((of) => ({
          of,
          label: t(of === 'zh' ? 'checklists.titleZh' : 'checklists.titleEn'),
          control: { lang: of },
          below: <Told at={`title.${of}`} />,
        }))}
      />
    </div>
  );
}
