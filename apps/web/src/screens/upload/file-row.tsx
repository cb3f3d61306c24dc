import { Button, InputNumber } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../data/session.js';
import { useFormat, useLanguage } from '../../format/use-format.js';
import { canSend, type FileState, groupOf, isInBrowser } from './pause.rules.js';
import { type Fact, FactSelect } from './fact-fields.js';
import type { FileSaid, UploadFile } from './file-dialog.js';
import { attentionReasonSchema, type Language, notRecordedReasonSchema } from '#contracts';
import type { TFunction } from 'i18next';
import { percent } from '../../format/format.rules.js';

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

interface Props {
  file: UploadFile;
  /** What the batch says, where the file says nothing of its own. */
  batch: Record<Fact, string>;
  onSay: (id: string, said: FileSaid) => void;
}

/** What is known of this one call: how long it rang, whether it was transferred, who hung up. Left alone it is as the batch says, or not known. */
const FileFacts = memo(function FileFacts({ file, batch, onSay }: Props) {
  const { t } = useTranslation();
  const { id, path, said } = file;
  const rang = Number(said.ringSeconds ?? '');
  return (
    <div role="cell" className="file-facts grid gap-2">
      <label>
        <span>{t('upload.field.ringSeconds')}</span>
        <InputNumber
          size="small"
          min={0}
          max={3600}
          precision={1}
          controls={false}
          placeholder="–"
          aria-label={t('upload.factOf', { fact: t('upload.field.ringSeconds'), file: path })}
          value={said.ringSeconds === undefined || said.ringSeconds === '' ? null : rang}
          onChange={(value) => onSay(id, { ringSeconds: value === null ? '' : String(value) })}
        />
      </label>
      {(['transfer', 'hangupParty'] as const).map((fact) => (
        <label key={fact}>
          <span>{t(`upload.field.${fact}`)}</span>
          <FactSelect
            fact={fact}
            size="small"
            label={t('upload.factOf', { fact: t(`upload.field.${fact}`), file: path })}
            value={said[fact] ?? batch[fact]}
            onChange={(value) => onSay(id, { [fact]: value })}
          />
        </label>
      ))}
    </div>
  );
});

export interface RowActions {
  onRetry: (id: string) => void;
  onCancel: (id: string) => void;
  onSay: (id: string, said: FileSaid) => void;
  onDetails: (id: string) => void;
  /** What the batch says of the facts that a row asks for. */
  batch: Record<Fact, string>;
}

/** One file: its name, how far it is, and in words what happened and what to do. */
export const FileRow = memo(function FileRow({ file, batch, ...on }: { file: UploadFile } & RowActions) {
  const { onRetry, onCancel, onSay, onDetails } = on;
  const { t } = useTranslation();
  const { number } = useFormat();
  const words = useFileWords(file.state);
  const mayRead = useMay('calls.read');
  const { state } = file;
  const group = groupOf(state);
  const again = canSend(state) && state.kind !== 'ready';
  const heldBack = state.kind === 'taken' && state.stage === 'not_recorded';
  const open = file.atHand && (canSend(state) || heldBack);
  const { externalId, staffNumber } = file.said;
  return (
    <div className={`file-row ${group}`} role="row" data-path={file.path} data-state={group}>
      <div role="cell" className="file-name">
        <span className="cut" title={file.path}>
          {file.path}
        </span>
        <small>
          {file.bytes < 1_000_000
            ? t('upload.size.kb', { n: number(Math.ceil(file.bytes / 1_000)) })
            : t('upload.size.mb', { n: number(file.bytes / 1_000_000) })}
          {file.words && <span> {t('upload.withWords', { name: file.words })}</span>}
        </small>
        {(externalId ?? staffNumber) && (
          <small className="cut">
            {externalId && <span>{t('upload.underId', { id: externalId })} </span>}
            {staffNumber && <span>{t('upload.ofAgent', { staffNumber })}</span>}
          </small>
        )}
      </div>
      {open && !heldBack ? <FileFacts file={file} batch={batch} onSay={onSay} /> : <div role="cell" />}
      <div role="cell" className="file-state">
        <b>{words.state}</b>
        {state.kind === 'sending' && (
          <i className="file-bar" aria-hidden>
            <i style={{ width: `${state.share * 100}%` }} />
          </i>
        )}
      </div>
      <div role="cell" className="file-words">
        <span className="block">{words.what}</span>
        {words.next && <small>{words.next}</small>}
      </div>
      <div role="cell" className="file-do">
        {isInBrowser(state) && (
          <Button
            size="small"
            aria-label={t('upload.cancelOne', { file: file.path })}
            onClick={() => onCancel(file.id)}
          >
            {t('upload.cancel')}
          </Button>
        )}
        {open && (
          <Button
            size="small"
            aria-label={t('upload.detailsOf', { file: file.path })}
            onClick={() => onDetails(file.id)}
          >
            {t(heldBack ? 'upload.newIdAsk' : 'upload.details')}
          </Button>
        )}
        {again && (
          <Button size="small" aria-label={t('upload.retryOne', { file: file.path })} onClick={() => onRetry(file.id)}>
            {t('upload.retry')}
          </Button>
        )}
        {state.kind === 'taken' && mayRead && <Link to={`/calls/${state.callId}`}>{t('upload.open')}</Link>}
      </div>
    </div>
  );
}, same);

type Drawn = { file: UploadFile } & RowActions;

function same(a: Drawn, b: Drawn): boolean {
  const [before, now] = [a.file, b.file];
  if (before.state !== now.state || before.id !== now.id || a.batch !== b.batch) return false;
  return JSON.stringify(before.said) === JSON.stringify(now.said);
}
