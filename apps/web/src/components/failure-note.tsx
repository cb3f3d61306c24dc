import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RequestFailure } from '../data/http.js';
import { useLanguage } from '../format/use-format.js';
import { CopyButton } from './copy-button.js';
import './notes.css';

/** Says in a sentence what went wrong, whose fault it is and what to quote; offers to try again where that can help. */
export function FailureNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const { sentence, ref } = useFailure(error);
  // What is refused to the asker stays refused, however often it is asked.
  const refused = error instanceof RequestFailure && error.problem?.fault === 'caller';
  return (
    <div className="note note-failure" role="alert">
      <span>{sentence}</span>
      {ref && (
        <span className="note-ref">
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

/** The sentence of a failure; the server's own words where it gave them. */
export function useFailure(error: unknown): { sentence: string; ref: string | null } {
  const { t } = useTranslation();
  const language = useLanguage();
  if (error instanceof RequestFailure && error.problem) {
    const { detail, fault, ref } = error.problem;
    const whose =
      fault === 'caller'
        ? ''
        : language === 'zh'
          ? `（${t(`failure.fault.${fault}`)}）`
          : ` (${t(`failure.fault.${fault}`)})`;
    return { sentence: `${detail[language]}${whose}`, ref };
  }
  const kind = error instanceof RequestFailure && error.kind !== 'problem' ? error.kind : 'unreadable';
  return { sentence: t(`failure.${kind}`), ref: null };
}
