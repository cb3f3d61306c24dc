import { consentStateSchema, spokenLanguageSchema } from '#contracts';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { RegionField } from '../../components/region-field.js';
import { useMe } from '../../data/session.js';
import type { BatchForm } from '#contracts';
import { AgentField } from './agent-field.js';
import { FactSelect } from './fact-fields.js';

interface Props {
  form: BatchForm;
  /** Has anybody said which channel is the agent's? No file having two is an answer, too. */
  channelSaid: boolean;
  onChange: (change: Partial<BatchForm>) => void;
}

/** What is true of every file of the batch, unless a manifest says otherwise. */
export function BatchFields({ form, channelSaid, onChange }: Props) {
  const { t } = useTranslation();
  const options = <T extends string>(values: readonly T[], word: (value: T) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  return (
    <fieldset className="batch grid at-top gap-4">
      <legend>{t('upload.batch')}</legend>
      <Field id="source" word={t('upload.field.source')} note={t('upload.note.source')}>
        <Input id="upload-source" value={form.source} onChange={(e) => onChange({ source: e.target.value })} />
      </Field>
      <Field id="direction" word={t('upload.field.direction')}>
        <Select
          id="upload-direction"
          value={form.direction === '' ? null : form.direction}
          placeholder={t('upload.consentChoose')}
          onChange={(direction) => onChange({ direction })}
          options={options(['inbound', 'outbound', 'internal'] as const, (value) => t(`call.direction.${value}`))}
        />
      </Field>
      <Field id="language" word={t('upload.field.language')} note={t('upload.note.language')}>
        <Select
          id="upload-language"
          value={form.language}
          onChange={(language) => onChange({ language })}
          options={options(spokenLanguageSchema.options, (value) => t(`upload.spoken.${value}`))}
        />
      </Field>
      <Field id="region" word={t('upload.field.region')} note={t('upload.note.region')}>
        <RegionField id="upload-region" value={form.region} onChange={(region) => onChange({ region })} />
      </Field>
      <AgentFields form={form} channelSaid={channelSaid} onChange={onChange} />
      <StartField form={form} onChange={onChange} />
      <FactFields form={form} onChange={onChange} />
      <ConsentFields form={form} onChange={onChange} />
    </fieldset>
  );
}

type PartProps = Omit<Props, 'channelSaid'>;

function AgentFields({ form, channelSaid, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Field id="agent" word={t('upload.field.agent')} note={t('upload.note.agent')}>
        <div className="batch-two grid gap-1">
          <Select
            aria-label={t('upload.field.agentBy')}
            value={form.agentBy}
            onChange={(agentBy) => onChange({ agentBy, agent: '' })}
            options={(['staffNumber', 'extension'] as const).map((value) => ({
              value,
              label: t(`upload.agentBy.${value}`),
            }))}
          />
          {form.agentBy === 'staffNumber' ? (
            <AgentField id="upload-agent" value={form.agent} onChange={(agent) => onChange({ agent })} />
          ) : (
            <Input id="upload-agent" value={form.agent} onChange={(e) => onChange({ agent: e.target.value })} />
          )}
        </div>
      </Field>
      <Field id="channel" word={t('upload.field.agentChannel')} note={t('upload.note.agentChannel')}>
        <Select
          id="upload-channel"
          value={channelSaid ? form.agentChannel : null}
          placeholder={t('upload.consentChoose')}
          onChange={(agentChannel) => onChange({ agentChannel })}
          options={(['left', 'right', ''] as const).map((value) => ({
            value,
            label: t(`upload.channel.${value || 'none'}`),
          }))}
        />
      </Field>
    </>
  );
}

function StartField({ form, onChange }: PartProps) {
  const { t } = useTranslation();
  const { timeZone } = useMe();
  return (
    <Field id="start" word={t('upload.field.startedBy')} note={t('upload.note.startedBy', { timeZone })}>
      <Select
        id="upload-start"
        value={form.startedBy}
        onChange={(startedBy) => onChange({ startedBy })}
        options={(['name', 'file_date'] as const).map((value) => ({ value, label: t(`upload.startedBy.${value}`) }))}
      />
    </Field>
  );
}

/** Facts of the telephone system that may be the same for all. How long it rang is a matter of each call. */
function FactFields({ form, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      {(['transfer', 'hangupParty'] as const).map((fact) => (
        <Field key={fact} id={fact} word={t(`upload.field.${fact}`)} note={t(`upload.note.${fact}`)}>
          <FactSelect
            fact={fact}
            id={`upload-${fact}`}
            value={form[fact]}
            onChange={(value) => onChange({ [fact]: value })}
          />
        </Field>
      ))}
    </>
  );
}

const EVIDENCE = ['', 'announcement', 'spoken', 'keypad', 'contract', 'form'] as const;

/** What is said here of consent is journalled for every call; so it says in plain words what it means. */
function ConsentFields({ form, onChange }: PartProps) {
  const { t } = useTranslation();
  const state = consentStateSchema.safeParse(form.consent).data ?? 'unknown';
  return (
    <>
      <Field id="consent" word={t('upload.field.consent')}>
        <Select
          id="upload-consent"
          value={form.consent === '' ? null : form.consent}
          placeholder={t('upload.consentChoose')}
          onChange={(consent) => onChange({ consent })}
          options={consentStateSchema.options.map((value) => ({ value, label: t(`consent.${value}`) }))}
        />
      </Field>
      <Field id="evidence" word={t('upload.field.consentEvidence')}>
        <Select
          id="upload-evidence"
          value={form.consentEvidence}
          onChange={(consentEvidence) => onChange({ consentEvidence })}
          options={EVIDENCE.map((value) => ({
            value,
            label: value === '' ? t('upload.noEvidence') : t(`consentBy.${value}`),
          }))}
        />
      </Field>
      <Field id="reference" word={t('upload.field.consentReference')}>
        <Input
          id="upload-reference"
          value={form.consentReference}
          onChange={(e) => onChange({ consentReference: e.target.value })}
        />
      </Field>
      {state === 'not_required' && (
        <Field id="ground" word={t('upload.field.consentReason')}>
          <Input
            id="upload-ground"
            value={form.consentReason}
            onChange={(e) => onChange({ consentReason: e.target.value })}
          />
        </Field>
      )}
      <p className="batch-consent dense whole-row">
        {form.consent === '' ? t('upload.consentNote') : t(`upload.consentMeans.${state}`)}
      </p>
    </>
  );
}

function Field({ id, word, note, children }: { id: string; word: string; note?: string; children: ReactNode }) {
  return (
    <div className="batch-field column gap-1 shrinks">
      <label htmlFor={`upload-${id}`}>{word}</label>
      {children}
      {note && <small>{note}</small>}
    </div>
  );
}
