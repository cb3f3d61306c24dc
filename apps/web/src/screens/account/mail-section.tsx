import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { FailureNote } from '../../components/failure-note.js';
import { useProveMail, useSecurity, useSendMailCode } from '../../data/account.js';
import { useFormat } from '../../format/use-format.js';

/** Where the person is told by mail, and the proof that a changed address is theirs. */
export function MailSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useSecurity();
  const [code, setCode] = useState('');
  const [sent, prove] = [useSendMailCode(), useProveMail()];
  if (!data?.mail) return null;
  const { address, provedAt, canSend } = data.mail;
  return (
    <section className="admin-section">
      <h2>{t('account.mail')}</h2>
      <p>{address}</p>
      {provedAt !== null ? (
        <p className="admin-hint">{t('account.mailProved', { at: format.dateTime(provedAt) })}</p>
      ) : (
        <>
          <p className="admin-hint">{t(canSend ? 'account.mailUnproved' : 'account.mailOff')}</p>
          {canSend && (
            <Acts>
              <Button loading={sent.isPending} onClick={() => sent.mutate()}>
                {t('account.mailSend')}
              </Button>
              <Input
                id="mail-code"
                aria-label={t('account.mailCode')}
                placeholder={t('account.mailCode')}
                value={code}
                onChange={({ target }) => setCode(target.value)}
                style={{ width: 240 }}
              />
              <Button disabled={code.trim() === ''} loading={prove.isPending} onClick={() => prove.mutate(code)}>
                {t('account.mailConfirm')}
              </Button>
            </Acts>
          )}
          <span role="status" className="admin-done">
            {sent.isSuccess ? t('account.mailSent') : ''}
          </span>
          {(prove.error ?? sent.error) !== null && <FailureNote error={prove.error ?? sent.error} />}
        </>
      )}
    </section>
  );
}
