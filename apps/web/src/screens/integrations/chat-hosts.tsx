import { CHAT_HOSTS_OF } from '#contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useAllowHosts, useChatHosts } from '../../data/told-settings.js';

const KNOWN = Object.values(CHAT_HOSTS_OF).flat();

/** To which hosts people may have their own notices sent. */
export function ChatHosts() {
  const { t } = useTranslation();
  const hosts = useChatHosts();
  const allow = useAllowHosts();
  const [typed, setTyped] = useState('');
  const add = (host: string, before: readonly string[]) =>
    allow.mutate([...before, host], { onSuccess: () => setTyped('') });
  return (
    <section className="integrations-part">
      <h2>{t('chatHosts.title')}</h2>
      <p className="integrations-about">{t('chatHosts.about')}</p>
      <WhenRead of={hosts}>
        {({ hosts: allowed }) => (
          <>
            {allowed.length === 0 && <p className="integrations-none">{t('chatHosts.none')}</p>}
            <ul className="chat-hosts">
              {allowed.map((host) => (
                <li key={host}>
                  <span className="mono">{host}</span>
                  <Button
                    size="small"
                    aria-label={t('chatHosts.removeName', { host })}
                    loading={allow.isPending}
                    onClick={() => allow.mutate(allowed.filter((one) => one !== host))}
                  >
                    {t('chatHosts.remove')}
                  </Button>
                </li>
              ))}
            </ul>
            <form
              className="chat-hosts-add"
              onSubmit={(event) => {
                event.preventDefault();
                if (typed.trim() !== '') add(typed.trim(), allowed);
              }}
            >
              <Input
                aria-label={t('chatHosts.host')}
                placeholder="open.feishu.cn"
                value={typed}
                maxLength={253}
                onChange={({ target }) => setTyped(target.value)}
              />
              <Button htmlType="submit" loading={allow.isPending} disabled={typed.trim() === ''}>
                {t('chatHosts.add')}
              </Button>
            </form>
            <p className="integrations-about">{t('chatHosts.hint')}</p>
            <Failed of={allow} />
            <p className="chat-hosts-known">
              {t('chatHosts.known')}
              {KNOWN.filter((host) => !allowed.includes(host)).map((host) => (
                <Button key={host} size="small" onClick={() => add(host, allowed)}>
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
