import type { CommitmentView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { usePromisedWords } from '../../data/commitments.js';

/** The words of the promise in the call's language, or why they are not shown. */
export function PromisedWords({ commitment }: { commitment: CommitmentView }) {
  const { t } = useTranslation();
  const found = usePromisedWords(commitment);
  if (found.isPending) return <span className="bone promise-words-bone" aria-hidden />;
  const words = found.data?.words;
  if (!words)
    return <span className="promise-hidden">{t(found.isError ? 'promises.wordsFailed' : 'promises.wordsHidden')}</span>;
  return (
    <q className="promise-words" lang={commitment.language}>
      {words.promise}
      {words.time && ` … ${words.time}`}
    </q>
  );
}
