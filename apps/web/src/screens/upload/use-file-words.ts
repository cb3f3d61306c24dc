import { attentionReasonSchema, notRecordedReasonSchema, type Language } from '#contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../format/use-format.js';
import { percent } from '../../format/format.rules.js';
import { groupOf, type FileState } from './file-state.rules.js';

export interface FileWords {
  /** In a word or two. */
  state: string;
  /** What happened. */
  what: string;
  /** What to do, where a person has something to do. */
  next: string | null;
}

/** A file's state in the screen's language: what happened and what to do. */
export function useFileWords(state: FileState): FileWords {
  return wordsOf(state, useTranslation().t, useLanguage());
}

export function wordsOf(state: FileState, t: TFunction, language: Language): FileWords {
  const word = t(`upload.group.${groupOf(state)}`);
  switch (state.kind) {
    case 'taken':
      return { state: word, ...takenWords(state, t, language) };
    case 'refused': {
      const next = state.fields ? t('upload.refusedFields', { fields: state.fields }) : null;
      return { state: word, what: state.detail[language], next };
    }
    case 'held': {
      const faults = state.faults.map((fault) => t(`upload.fault.${fault}`)).join(t('upload.and'));
      const what = state.line === null ? faults : t('upload.heldLine', { line: state.line, faults });
      return { state: word, what, next: t('upload.heldNext') };
    }
    case 'failed':
      return { state: word, what: t(`upload.failed.${state.why}.what`), next: t(`upload.failed.${state.why}.next`) };
    case 'skipped':
      return { state: word, what: t(`upload.skipped.${state.why}.what`), next: t(`upload.skipped.${state.why}.next`) };
    case 'sending':
      return { state: word, what: t('upload.sent', { percent: percent(state.share, 0, language) }), next: null };
    case 'waiting':
      return {
        state: word,
        what: t(state.after ? `upload.turnedBack.${state.after}` : 'upload.said.waiting'),
        next: null,
      };
    default:
      return { state: word, what: t(`upload.said.${state.kind}`), next: null };
  }
}

type Taken = Extract<FileState, { kind: 'taken' }>;

function takenWords(state: Taken, t: TFunction, language: Language): Omit<FileWords, 'state'> {
  const { stage, reason, progress, alreadyHere, incomplete } = state;
  const before = alreadyHere ? t('upload.alreadyHere') : incomplete ? t('upload.incomplete') : '';
  if (stage === 'needs_attention' || stage === 'given_up') {
    const code = attentionReasonSchema.safeParse(reason).data ?? 'other';
    const next = stage === 'needs_attention' ? t(`attention.${code}.next`) : null;
    return { what: before + t(`attention.${code}.what`), next };
  }
  if (stage === 'not_recorded') {
    const code = notRecordedReasonSchema.safeParse(reason).data ?? 'other';
    return { what: before + t(`notRecorded.${code}`), next: t('upload.notRecordedNext') };
  }
  if (stage === 'scored') return { what: before + t('upload.scored'), next: null };
  const said =
    stage === 'sealed' && progress !== null
      ? t('stage.transcribing', { percent: percent(progress, 0, language) })
      : t(`stage.${stage}`);
  return { what: before + said, next: null };
}
