import { webhookEventSchema, type WebhookEndpoint, type WebhookEventName, type WebhookList } from '#contracts';
import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { useSaveEndpoint } from '../../data/webhooks.js';
import { useFormat } from '../../format/use-format.js';
import { useEventName } from './use-event-name.js';

export interface EndpointFormProps {
  list: WebhookList;
  /** null for a new one. */
  endpoint: WebhookEndpoint | null;
  onClose: () => void;
  onSecret: (secret: string) => void;
}

const SUGGESTED: WebhookEventName[] = [
  'recording.sealed',
  'transcript.ready',
  'checklist.scored',
  'call.needs_attention',
];

/** Name, address, events and scope of an endpoint. What the server refuses is said beside the fields and nothing typed is lost. */
export function EndpointForm({ list, endpoint, onClose, onSecret }: EndpointFormProps) {
  const { t } = useTranslation();
  const save = useSaveEndpoint(endpoint?.endpointId ?? null);
  const [name, setName] = useState(endpoint?.name ?? '');
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [events, setEvents] = useState<WebhookEventName[]>(endpoint?.events ?? SUGGESTED);
  const [scope, setScope] = useState(scopeOf(endpoint));
  const [tried, setTried] = useState(false);
  const missing = { name: name.trim() === '', url: url.trim() === '', events: events.length === 0 };
  const ready = () => {
    setTried(true);
    return !missing.name && !missing.url && !missing.events;
  };
  const send = async () => {
    const [kind, id = null] = scope?.split(':') ?? [];
    const narrowed = { teamId: kind === 'team' ? id : null, clientId: kind === 'client' ? id : null };
    const secret = await save.mutateAsync({ name: name.trim(), url: url.trim(), events, ...narrowed });
    if (secret !== null) onSecret(secret);
  };
  return (
    <ActionDialog
      title={t(endpoint ? 'integrations.form.changeTitle' : 'integrations.form.addTitle')}
      okText={t('integrations.save')}
      ready={ready}
      send={send}
      onClose={onClose}
      width={560}
    >
      <div className="integrations-form">
        <TextField
          label={t('integrations.form.name')}
          hint={t('integrations.form.nameHint')}
          missing={tried && missing.name ? t('integrations.form.missingName') : null}
          value={name}
          maxLength={80}
          onChange={setName}
        />
        <TextField
          label={t('integrations.form.url')}
          hint={urlHint(t, list.allowedRanges)}
          missing={tried && missing.url ? t('integrations.form.missingUrl') : null}
          value={url}
          maxLength={2000}
          onChange={setUrl}
        />
        <EventField events={events} onChange={setEvents} missing={tried && missing.events} />
        <ScopeField list={list} scope={scope} onChange={setScope} />
      </div>
    </ActionDialog>
  );
}

type T = TFunction;

const urlHint = (t: T, ranges: readonly string[]): string =>
  ranges.length === 0
    ? t('integrations.form.urlHint')
    : t('integrations.form.urlAllowed', { ranges: ranges.join(', ') });

function scopeOf(endpoint: WebhookEndpoint | null): string | undefined {
  if (endpoint?.teamId) return `team:${endpoint.teamId}`;
  return endpoint?.clientId ? `client:${endpoint.clientId}` : undefined;
}

interface TextFieldProps {
  label: string;
  hint: string;
  missing: string | null;
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
}

function TextField({ label, hint, missing, value, maxLength, onChange }: TextFieldProps) {
  const [id, hintId] = [useId(), useId()];
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        aria-describedby={hintId}
        {...(missing && { status: 'error' as const })}
        onChange={({ target }) => onChange(target.value)}
      />
      <small id={hintId} role={missing ? 'alert' : undefined} className={missing ? 'missing' : ''}>
        {missing ?? hint}
      </small>
    </>
  );
}

interface EventFieldProps {
  events: WebhookEventName[];
  missing: boolean;
  onChange: (events: WebhookEventName[]) => void;
}

function EventField({ events, missing, onChange }: EventFieldProps) {
  const { t } = useTranslation();
  const eventName = useEventName();
  return (
    <fieldset>
      <legend>{t('integrations.form.events')}</legend>
      <Checkbox.Group
        value={events}
        options={webhookEventSchema.options.map((event) => ({ value: event, label: eventName(event) }))}
        onChange={(chosen) => onChange(chosen as WebhookEventName[])}
      />
      {missing && (
        <small role="alert" className="missing">
          {t('integrations.form.missingEvents')}
        </small>
      )}
    </fieldset>
  );
}

interface ScopeFieldProps {
  list: WebhookList;
  scope: string | undefined;
  onChange: (scope: string | undefined) => void;
}

function ScopeField({ list, scope, onChange }: ScopeFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const group = (kind: 'team' | 'client', label: string, choices: WebhookList['teams']) => ({
    label,
    options: choices.map((choice) => ({ value: `${kind}:${choice.id}`, label: format.text(choice.name) })),
  });
  return (
    <>
      <label htmlFor={id}>{t('integrations.form.scope')}</label>
      <Select
        id={id}
        allowClear
        value={scope ?? null}
        placeholder={t('integrations.form.scopeHint')}
        options={[
          group('team', t('integrations.form.teams'), list.teams),
          group('client', t('integrations.form.clients'), list.clients),
        ]}
        onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)}
      />
    </>
  );
}
