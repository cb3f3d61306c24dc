import type { Turn } from '#contracts';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { OutcomeGlyph } from '../../../components/marks.js';
import { useFormat, useLanguage } from '../../../format/use-format.js';
import { markedRuns, type Piece, type SensitiveMark } from '../rules/marked-text.rules.js';
import type { Stretch } from '../rules/caption.rules.js';
import type { TextMark } from '../rules/evidence.rules.js';

interface Props {
  turn: Turn;
  marks: TextMark[];
  selected: string | null;
  find: string;
  sensitive: readonly SensitiveMark[];
  /** Characters that have sounded; the rest is pale. */
  said: number;
  /** Of a long turn, only these characters. */
  part?: Stretch;
}

/** A turn's words with evidence underlined, unsure words dotted, matches outlined, and what is sensitive named in its place or marked. */
export function TurnText({ turn, marks, selected, find, sensitive, said, part }: Props) {
  return markedRuns(turn, marks, selected, find, sensitive, part && [part]).map(({ mark, pieces }) => {
    const shown = part ? pieces.filter(({ fromChar }) => fromChar >= part.fromChar && fromChar < part.toChar) : pieces;
    const words = shown.map((piece) => <Word key={piece.fromChar} piece={piece} said={said} />);
    const key = pieces[0]?.fromChar;
    return mark ? (
      <Evidence key={key} mark={mark} selected={mark.itemId === selected}>
        {words}
      </Evidence>
    ) : (
      <Fragment key={key}>{words}</Fragment>
    );
  });
}

function Word({ piece, said }: { piece: Piece; said: number }) {
  const { t } = useTranslation();
  if (piece.sensitive?.hidden) return <Hidden piece={piece} {...piece.sensitive} />;
  const classes = [
    piece.fromChar >= said && 'unsaid',
    piece.unsure && 'unsure',
    piece.found && 'found',
    piece.sensitive && 'sensitive',
  ];
  return (
    <span
      className={classes.filter(Boolean).join(' ') || undefined}
      data-ms={piece.ms ?? undefined}
      title={
        piece.sensitive
          ? t(`redaction.kind.${piece.sensitive.kind}`)
          : piece.unsure
            ? t('transcript.unsure')
            : undefined
      }
    >
      {piece.text}
    </span>
  );
}

/** A hidden stretch: its kind in words, once, on the hatching that hidden sound has too. */
function Hidden({ piece, kind, first }: { piece: Piece } & NonNullable<Piece['sensitive']>) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!first) return null;
  const word = t(`redaction.kind.${kind}`);
  return (
    <span
      className="masked label soft nowrap"
      lang={language}
      data-ms={piece.ms ?? undefined}
      title={t('redaction.hiddenSpan', { kind: word })}
    >
      {word}
      <span className="seen-by-readers-only">{t('redaction.hiddenSpan', { kind: '' })}</span>
    </span>
  );
}

function Evidence({ mark, selected, children }: { mark: TextMark; selected: boolean; children: React.ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const name = `${t(`outcome.${mark.outcome}`)}, ${format.text(mark.title)}`;
  const loud = mark.outcome === 'not_met' || mark.outcome === 'insufficient';
  return (
    <mark className={`evidence ${mark.outcome} ${selected ? 'selected' : ''}`} title={name}>
      {children}
      {loud && (
        <sup>
          <OutcomeGlyph outcome={mark.outcome} size={12} />
          <span className="seen-by-readers-only" lang={language}>
            {name}
          </span>
        </sup>
      )}
    </mark>
  );
}
