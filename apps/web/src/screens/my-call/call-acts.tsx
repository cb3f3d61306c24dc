import type { LiveAct, LiveCall, LiveConsent } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { AskFirst } from '../../components/ask-first.js';
import { Failed } from '../../components/failure-note.js';
import { useShortcuts } from '../../components/keyboard.js';
import { useAskOfCall } from '../../data/my-calls.js';
import { keyDoes } from './hints.rules.js';

/** What one can do about the recording as it stands; what was asked and is not done yet says so. */
export function CallActs({ call, keys }: { call: LiveCall; keys: boolean }) {
  const { t } = useTranslation();
  const ask = useAskOfCall(call.liveCallId);
  const { recording, asked } = call;
  const does = keyDoes(recording);
  const busy = (act: LiveAct) => asked.includes(act);
  const press = () => {
    if (does && !ask.isPending && !busy(does)) ask.mutate({ act: does });
  };
  useShortcuts(keys ? { p: press } : {});
  const say = (state: LiveConsent['state']) => ask.mutate({ act: 'consent', state, how: 'said' });
  return (
    <div className="my-call-acts">
      <Acts>
        {recording === 'consent_pending' && (
          <>
            <Button type="primary" size="large" loading={busy('consent_given')} onClick={() => say('given')}>
              {t('liveCall.agrees')}
            </Button>
            <Button size="large" loading={busy('consent_refused')} onClick={() => say('refused')}>
              {t('liveCall.refuses')}
            </Button>
          </>
        )}
        {does && (
          <Button type="primary" size="large" loading={busy(does)} onClick={press} aria-keyshortcuts="p">
            {t(`liveCall.${does}`)} {keys && <kbd>P</kbd>}
          </Button>
        )}
        {(does || recording === 'held') && (
          <AskFirst
            size="large"
            ask={t('liveCall.withdrawAsk')}
            loading={busy('consent_withdrawn')}
            onYes={() => say('withdrawn')}
          >
            {t('liveCall.withdraws')}
          </AskFirst>
        )}
      </Acts>
      <Failed of={ask} />
    </div>
  );
}
