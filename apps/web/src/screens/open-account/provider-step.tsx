import type { Bilingual, InvitationCheck, InvitationView } from '#contracts';
import { Button, Checkbox } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFailure } from '../../components/use-failure.js';
import { useOpenWithProvider } from '../../data/provider.js';
import { useLanguage } from '../../format/use-format.js';
import { NoticeText } from './entrance-page.js';

interface Props {
  claim: InvitationCheck;
  invited: InvitationView;
  label: Bilingual;
}

/** The notice, then in: who comes from the company's identity provider chooses no password. */
export function ProviderStep({ claim, invited, label }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const open = useOpenWithProvider();
  const failure = useFailure(open.error);
  const [read, setRead] = useState(false);
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!read);
    if (!read) return;
    const notice = { version: invited.notice.version, language };
    open.mutate({ ...claim, notice }, { onSuccess: () => void navigate('/', { replace: true }) });
  };
  return (
    <>
      <h1>{t('openAccount.hello', { name: invited.name[language] })}</h1>
      <h2>{t('openAccount.read')}</h2>
      <NoticeText notice={invited.notice} />
      <form onSubmit={submit} noValidate className="entrance-form">
        <Checkbox checked={read} onChange={({ target }) => setRead(target.checked)}>
          {t('openAccount.confirm')}
        </Checkbox>
        <h2>{t('openAccount.chooseProvider', { label: label[language] })}</h2>
        <Button type="primary" size="large" htmlType="submit" block loading={open.isPending}>
          {t('openAccount.openProvider')}
        </Button>
        <p className="entrance-note" role="alert">
          {missing ? t('openAccount.confirmMissing') : open.error ? failure.sentence : ''}
        </p>
      </form>
    </>
  );
}
