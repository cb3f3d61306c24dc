import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { groupOf, type FileState } from './file-state.rules.js';
import { resultLine } from './result-line.rules.js';
import type { Desk } from './upload-desk.js';
import { wordsOf } from './use-file-words.js';

/** Saves the result of every file as CSV, in the words of the screen. */
export function useResultFile({ files }: Desk): () => void {
  const { t } = useTranslation();
  return () => {
    const head = (['file', 'state', 'result', 'next', 'callId', 'code'] as const).map((column) =>
      t(`upload.csv.${column}`),
    );
    const lines = files.map(({ path, state }) => {
      const words = wordsOf(state, i18next.t, i18next.language === 'en' ? 'en' : 'zh');
      return resultLine([path, words.state, words.what, words.next ?? '', callIdOf(state), codeOf(state)]);
    });
    const blob = new Blob(['\uFEFF', resultLine(head), ...lines], { type: 'text/csv;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = 'upload-results.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  };
}

const callIdOf = (state: FileState): string => (state.kind === 'taken' ? state.callId : '');

function codeOf(state: FileState): string {
  if (state.kind === 'refused') return state.code;
  if (state.kind === 'taken') return state.reason ?? state.stage;
  return groupOf(state);
}
