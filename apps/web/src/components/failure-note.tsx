import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RequestFailure } from '../data/http.js';
import { CopyButton } from './copy-button.js';
import { useFailure } from './use-failure.js';
import './notes.css';

/** What a reading or a change failed with, if it did; a reading can be tried again. */
export function Failed({ of: { error, refetch } }: { of: { error: unknown; refetch?: () => unknown } }) {
  return error ? <FailureNote error={error} {...(refetch && { onRetry: () => void refetch() })} /> : null;
}

/** Says in a sentence what went wrong, whose fault it is and what to quote; offers to try again where that can help. */
export function FailureNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const { sentence, ref } = useFailure(error);
  // A refusal to the asker stays a refusal, also on a retry.
  const refused = error instanceof RequestFailure && error.problem?.fault === 'caller';
  return (
    <div className="note note-failure" role="alert">
      <span>{sentence}</span>
      {ref && (
        <span className="label inline soft">
          {t('failure.ref', { ref })}
          <CopyButton text={ref} label={t('failure.copyRef')} />
        </span>
      )}
      {onRetry && !refused && (
        <Button size="small" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </div>
  );
}

/** What a server elsewhere said when it refused: its own words, marked as such. */
export function ServerSaid({ said }: { said: string | null }) {
  const { t } = useTranslation();
  if (said === null) return null;
  return (
    <small className="server-said">
      {t('server.said')}
      <q dir="auto">{said}</q>
    </small>
  );
}
