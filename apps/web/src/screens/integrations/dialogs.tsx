import { type WebhookEndpoint, webhookEndpointInputSchema, type WebhookEventName, type WebhookList } from '#contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '../../components/dialogs.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useReplaySince, useSaveEndpoint } from '../../data/webhooks.js';
import { useFormat } from '../../format/use-format.js';
import { useEventName } from './delivery-row.js';

interface Props {
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
export function EndpointForm({ list, endpoint, onClose, onSecret }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const eventName = useEventName();
  const save = useSaveEndpoint(endpoint?.endpointId ?? null);
  const group = (kind: 'teamId' | 'clientId', label: string, choices: WebhookList['teams']) => ({
    label,
    options: choices.map((choice) => ({ value: `${kind}:${choice.id}`, label: format.text(choice.name) })),
  });
  return (
    <FormDialog
      title={t(endpoint ? 'integrations.form.changeTitle' : 'integrations.form.addTitle')}
      okText={t('integrations.save')}
      body={webhookEndpointInputSchema}
      start={{
        name: endpoint?.name ?? '',
        url: endpoint?.url ?? '',
        events: endpoint?.events ?? SUGGESTED,
        teamId: endpoint?.teamId ?? '',
        clientId: endpoint?.clientId ?? '',
      }}
      beside={({ teamId, clientId }) => ({ teamId: teamId || null, clientId: clientId || null })}
      fields={({ teamId, clientId }, set) => [
        {
          of: 'name',
          label: t('integrations.form.name'),
          hint: t('integrations.form.nameHint'),
          missing: t('integrations.form.missingName'),
          control: { autoComplete: 'off' },
        },
        {
          of: 'url',
          label: t('integrations.form.url'),
          hint: urlHint(t, list.allowedRanges),
          missing: t('integrations.form.missingUrl'),
          control: { autoComplete: 'off' },
        },
        {
          of: 'events',
          label: t('integrations.form.events'),
          missing: t('integrations.form.missingEvents'),
          words: (event) => eventName(event),
        },
        <Field label={t('integrations.form.scope')} htmlFor="endpoint-scope">
          <Select
            id="endpoint-scope"
            allowClear
            value={teamId ? `teamId:${teamId}` : clientId ? `clientId:${clientId}` : null}
            placeholder={t('integrations.form.scopeHint')}
            options={[
              group('teamId', t('integrations.form.teams'), list.teams),
              group('clientId', t('integrations.form.clients'), list.clients),
            ]}
            onChange={(chosen: string | null | undefined) => {
              const [kind = '', id = ''] = chosen?.split(':') ?? [];
              set({ teamId: '', clientId: '', [kind]: id });
            }}
          />
        </Field>,
      ]}
      send={async (body) => {
        const secret = await save.mutateAsync(body);
        if (secret !== null) onSecret(secret);
      }}
      onClose={onClose}
      width={560}
    />
  );
}

const urlHint = (t: TFunction, ranges: readonly string[]): string =>
  ranges.length === 0
    ? t('integrations.form.urlHint')
    : t('integrations.form.urlAllowed', { ranges: ranges.join(', ') });

const HOURS = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 } as const;
const sinceSchema = z.object({ span: z.enum(['hour', 'day', 'week', 'month']) });

/** Sends again what happened since a time, and says how much that is. */
export function ReplayDialog({ endpointId, onClose }: { endpointId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const replay = useReplaySince(endpointId);
  return (
    <FormDialog
      title={t('integrations.replayForm.title')}
      okText={t('integrations.replayForm.send')}
      cancelText={t('integrations.cancel')}
      body={sinceSchema}
      start={{ span: 'day' }}
      fields={[
        <p>{t('integrations.replayForm.about')}</p>,
        {
          of: 'span',
          as: 'radios',
          label: t('integrations.replayForm.since'),
          words: (value) => t(`integrations.replayForm.span.${value}`),
        },
        replay.data && <p role="status">{queuedWords(t, replay.data)}</p>,
      ]}
      send={({ span }) => replay.mutateAsync(new Date(Date.now() - HOURS[span] * 3_600_000).toISOString())}
      onDone={() => undefined}
      onClose={onClose}
    />
  );
}

function queuedWords(t: TFunction, { queued, more }: { queued: number; more: boolean }) {
  if (queued === 0) return t('integrations.replayForm.nothing');
  return t(more ? 'integrations.replayForm.more' : 'integrations.replayForm.queued', { count: queued });
}
