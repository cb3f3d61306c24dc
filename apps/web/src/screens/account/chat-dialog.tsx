import { CHAT_HOSTS_OF, SIGNED_CHATS, chatFormatSchema, type ChatFormat } from '#contracts';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useSetChat } from '../../data/told-settings.js';

/** Names the chat: which one, its address, and the secret of its signature. */
export function ChatDialog({ hosts, onClose }: { hosts: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const set = useSetChat();
  const first = chatFormatSchema.options.find((one) => CHAT_HOSTS_OF[one].some((host) => hosts.includes(host)));
  const [format, setFormat] = useState<ChatFormat>(first ?? 'feishu');
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState('');
  const signs = SIGNED_CHATS.includes(format);
  return (
    <ActionDialog
      title={t('toldSettings.set')}
      okText={t('toldSettings.save')}
      disabled={url.trim() === ''}
      keeps
      send={() => set.mutateAsync({ format, url, secret: signs && secret.trim() !== '' ? secret : null })}
      onClose={onClose}
    >
      <div className="account-form">
        <Field htmlFor="chat-format" label={t('toldSettings.format')}>
          <Select
            id="chat-format"
            value={format}
            onChange={setFormat}
            options={chatFormatSchema.options.map((value) => ({ value, label: t(`toldSettings.formats.${value}`) }))}
          />
        </Field>
        <Field htmlFor="chat-url" label={t('toldSettings.url')} hint={t('toldSettings.urlHint')}>
          <Input
            id="chat-url"
            value={url}
            maxLength={2000}
            autoComplete="off"
            placeholder={`https://${CHAT_HOSTS_OF[format][0]?.replace('*', '…') ?? ''}/…`}
            onChange={({ target }) => setUrl(target.value)}
          />
        </Field>
        {signs && (
          <Field htmlFor="chat-secret" label={t('toldSettings.secret')} hint={t('toldSettings.secretHint')}>
            <Input.Password
              id="chat-secret"
              value={secret}
              maxLength={200}
              autoComplete="off"
              onChange={({ target }) => setSecret(target.value)}
            />
          </Field>
        )}
      </div>
    </ActionDialog>
  );
}
