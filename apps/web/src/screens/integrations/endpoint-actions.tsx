import type { WebhookEndpoint } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parts } from '../../components/opened/part.js';
import { useSay } from '../../components/opened/say.js';
import { useProved } from '../../components/step-up.js';
import { type EndpointStep, useEndpointStep, useRotateSecret } from '../../data/webhooks.js';

const { ReplayDialog } = parts(() => import('./dialogs.js'));

interface Props {
  endpoint: WebhookEndpoint;
  onChange: () => void;
  onSecret: (secret: string) => void;
}

/** What can be done with an endpoint. What cannot be undone asks first. */
export function EndpointActions({ endpoint, onChange, onSecret }: Props) {
  const { t } = useTranslation();
  const ask = useQuestion();
  const { name, endpointId } = endpoint;
  const step = useEndpointStep(endpointId);
  const [steps, rotate] = [useProved(step), useProved(useRotateSecret(endpointId, onSecret))];
  const giveSecret = () => void rotate.send();
  const askRotate = () => ask(t('integrations.rotateConfirm', { name }), t('integrations.rotate'), giveSecret);
  const askRemove = () =>
    ask(t('integrations.removeConfirm', { name }), t('integrations.remove'), () => void steps.send('remove'), true);
  return (
    <div className="endpoint-actions row gap-2">
      <Sending endpoint={endpoint} busy={step.isPending} onStep={(one) => void steps.send(one)} />
      <Button size="small" onClick={onChange}>
        {t('integrations.change')}
      </Button>
      <Button size="small" onClick={askRotate}>
        {t('integrations.rotate')}
      </Button>
      <Button size="small" danger onClick={askRemove}>
        {t('integrations.remove')}
      </Button>
      {step.isSuccess && step.variables === 'ping' && <small role="status">{t('integrations.pinged')}</small>}
      {steps.said}
      {rotate.said}
    </div>
  );
}

interface SendingProps {
  endpoint: WebhookEndpoint;
  busy: boolean;
  onStep: (step: EndpointStep) => void;
}

/** A paused endpoint can only be resumed; an active one tested, replayed and paused. */
function Sending({ endpoint, busy, onStep }: SendingProps) {
  const { t } = useTranslation();
  const [replaying, setReplaying] = useState(false);
  if (endpoint.state === 'paused')
    return (
      <Button type="primary" size="small" loading={busy} onClick={() => onStep('resume')}>
        {t('integrations.resume')}
      </Button>
    );
  return (
    <>
      <Button type="primary" size="small" loading={busy} onClick={() => onStep('ping')}>
        {t('integrations.ping')}
      </Button>
      <Button size="small" onClick={() => setReplaying(true)}>
        {t('integrations.replay')}
      </Button>
      <Button size="small" onClick={() => onStep('pause')}>
        {t('integrations.pause')}
      </Button>
      {replaying && <ReplayDialog endpointId={endpoint.endpointId} onClose={() => setReplaying(false)} />}
    </>
  );
}

function useQuestion() {
  const { t } = useTranslation();
  const say = useSay();
  return (content: string, okText: string, onOk: () => void, danger = false): void => {
    const cancelText = t('integrations.cancel');
    const okButtonProps = { danger };
    const question = { title: okText, content, okText, cancelText, okButtonProps, icon: null, onOk };
    say(({ modal }) => void modal.confirm(question));
  };
}
