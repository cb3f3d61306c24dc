import { DisconnectOutlined, ExclamationCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { CHAT_HOSTS_OF, type WebhookEndpoint, type WebhookList } from '#contracts';
import { Button } from 'antd';
import { z } from 'zod';
import { FormRow } from '../../components/dialogs.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failed } from '../../components/failure-note.js';
import { part, parts } from '../../components/opened/part.js';
import { useMay } from '../../data/session.js';
import { useWebhooks } from '../../data/webhooks.js';
import { useFormat } from '../../format/use-format.js';
import { WhenRead } from '../../components/admin-page.js';
import { useAllowHosts, useChatHosts } from '../../data/told-settings.js';
import { EndpointRow } from './endpoint-row.js';
import { needsPerson, stateOf } from './endpoint-state.rules.js';
import { CopyButton } from '../../components/copy-button.js';
import { ShownOnce } from '../../components/opened/shown-once.js';
import './integrations.css';

const { EndpointForm } = parts(() => import('./dialogs.js'));
const SignatureExample = part(() => import('./signature-example.js'));

/** How other systems hear of calls: endpoints, what was sent to them, and how they check it. */
export function IntegrationsScreen() {
  const { t } = useTranslation();
  const may = useMay('webhooks.manage');
  const mayTokens = useMay('tokens.manage');
  const webhooks = useWebhooks(may);
  return (
    <div className="integrations fills dense on-surface relative">
      <header className="flex at-base gap-4 padded-thin">
        <h1>{t('integrations.title')}</h1>
        {mayTokens && <Link to="/tokens">{t('integrations.tokens')}</Link>}
      </header>
      {!may && <p className="note">{t('integrations.noPermission')}</p>}
      {may && !webhooks.data && webhooks.isError && <Failed of={webhooks} />}
      {may && !webhooks.data && !webhooks.isError && <Skeleton />}
      {webhooks.data && webhooks.isError && (
        <p className="note" role="status">
          <DisconnectOutlined aria-hidden />
          {t('integrations.stale')}
        </p>
      )}
      {webhooks.data && <Endpoints list={webhooks.data} />}
    </div>
  );
}

function Endpoints({ list }: { list: WebhookList }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<WebhookEndpoint | 'new' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <>
      <Alarms endpoints={list.endpoints} />
      <section className="admin-section">
        <h2>{t('integrations.endpoints')}</h2>
        <p className="admin-hint">{t('integrations.about')}</p>
        {list.endpoints.length === 0 && <p className="soft padded-row">{t('integrations.none')}</p>}
        <ul className="endpoints below-3">
          {list.endpoints.map((endpoint) => (
            <EndpointRow
              key={endpoint.endpointId}
              endpoint={endpoint}
              list={list}
              open={opened === endpoint.endpointId}
              onToggle={() => setOpened(opened === endpoint.endpointId ? null : endpoint.endpointId)}
              onChange={() => setEditing(endpoint)}
              onSecret={setSecret}
            />
          ))}
        </ul>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => setEditing('new')}>
          {t('integrations.add')}
        </Button>
      </section>
      <ChatHosts />
      <SignatureExample />
      {editing !== null && (
        <EndpointForm
          list={list}
          endpoint={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSecret={setSecret}
        />
      )}
      {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}

/** A sentence for each endpoint that receives nothing although no one decided so. */
function Alarms({ endpoints }: { endpoints: readonly WebhookEndpoint[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const alarming = endpoints.filter((endpoint) => needsPerson(stateOf(endpoint)));
  if (alarming.length === 0) return null;
  return (
    <ul className="integrations-alarms alarms">
      {alarming.map((endpoint) => {
        const since = endpoint.failingSince ? format.dateTime(endpoint.failingSince) : '';
        const key = `integrations.alarm.${stateOf(endpoint) as 'failing' | 'paused_failing' | 'paused_gone'}` as const;
        return (
          <li key={endpoint.endpointId} className="grave">
            <ExclamationCircleOutlined aria-hidden />
            <span>{t(key, { name: endpoint.name, since })}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Skeleton() {
  const { t } = useTranslation();
  return (
    <div className="grid gap-4 padded" aria-busy="true">
      <span className="seen-by-readers-only" role="status">
        {t('integrations.reading')}
      </span>
      {[60, 80, 70].map((width) => (
        <span key={width} className="bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ShownOnce title={t('integrations.secret.title')} done={t('integrations.secret.done')} onClose={onClose}>
      <p className="secret line sunk padded-box below-3">
        <code className="mono dense">{secret}</code>
        <CopyButton text={secret} label={t('integrations.secret.copy')} />
      </p>
      <p>{t('integrations.secret.once')}</p>
    </ShownOnce>
  );
}

const KNOWN = Object.values(CHAT_HOSTS_OF).flat();

const newHostSchema = z.object({ host: z.string().trim().min(1) });

/** To which hosts people may have their own notices sent. */
function ChatHosts() {
  const { t } = useTranslation();
  const hosts = useChatHosts();
  const allow = useAllowHosts();
  const add = useAllowHosts();
  // Each sends the whole list: one waits for the other.
  const isPending = allow.isPending || add.isPending;
  return (
    <section className="admin-section">
      <h2>{t('chatHosts.title')}</h2>
      <p className="admin-hint">{t('chatHosts.about')}</p>
      <WhenRead of={hosts}>
        {({ hosts: allowed }) => (
          <>
            {allowed.length === 0 && <p className="soft padded-row">{t('chatHosts.none')}</p>}
            <ul className="chat-hosts">
              {allowed.map((host) => (
                <li key={host}>
                  <span className="mono">{host}</span>
                  <Button
                    size="small"
                    aria-label={t('chatHosts.removeName', { host })}
                    loading={isPending}
                    onClick={() => allow.mutate(allowed.filter((one) => one !== host))}
                  >
                    {t('chatHosts.remove')}
                  </Button>
                </li>
              ))}
            </ul>
            <FormRow
              ok={t('chatHosts.add')}
              body={newHostSchema}
              fields={[{ of: 'host', label: t('chatHosts.host'), placeholder: 'open.feishu.cn', max: 253 }]}
              change={{ ...add, isPending }}
              as={({ host }) => [...allowed, host]}
            />
            <p className="admin-hint">{t('chatHosts.hint')}</p>
            <Failed of={allow} />
            <p className="row gap-2 dense">
              {t('chatHosts.known')}
              {KNOWN.filter((host) => !allowed.includes(host)).map((host) => (
                <Button key={host} size="small" disabled={isPending} onClick={() => allow.mutate([...allowed, host])}>
                  {host}
                </Button>
              ))}
            </p>
          </>
        )}
      </WhenRead>
    </section>
  );
}
