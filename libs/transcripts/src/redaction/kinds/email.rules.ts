import { type TextSpan } from '../numbers/find-numbers.rules.js';
import { type SpokenTurn } from '../numbers/digit-runs.rules.js';

interface Piece {
  text: string;
  fromChar: number;
  toChar: number;
}

const PIECES = /[A-Za-z0-9_+']+|[\u4e00-\u9fff〇]|[@＠.。．_-]/g;
const AT = new Set(['@', '＠', 'at']);
const DOTS = new Set(['.', '．', '。', 'dot', '点', 'point', 'period']);
const ENDINGS = new Set(
  'com cn net org edu gov io co uk info biz me app ai de fr ca us au eu hk tw sg jp kr'.split(' '),
);
const PROVIDERS = new Set(
  'gmail outlook hotmail yahoo qq 163 126 139 189 sina sohu icloud foxmail aliyun live proton protonmail'.split(' '),
);
/** What cannot be part of the name before the at sign: from here on it was said around it. */
const ENGLISH_STOPS = new Set(
  "is it it's its my our your his her email mail address to the that that's send as use be this on for and yes yeah sure ok okay so of we i you me him them would like please contact reach write us him can are was will here's here".split(
    ' ',
  ),
);
const CHINESE_STOPS = '是箱址给到的用叫为发邮我您你他她它这那请就在啊哦嗯，。：:';
const CHINESE_NAMES = /[零〇一二三四五六七八九幺下划线点杠横全拼小写大字母艾特]/;
const MOST_BEFORE = 24;
const MOST_BEHIND = 10;

/** Written and spoken e-mail addresses of one turn: `a@b.cn`, “john dot smith at gmail dot com”, “张三全拼 艾特 一六三 点 com”. */
export function findEmails({ index: turn, text }: SpokenTurn): TextSpan[] {
  const pieces = [...text.matchAll(PIECES)].map(([word], at, all) => ({
    text: word.toLowerCase(),
    fromChar: all[at]!.index,
    toChar: all[at]!.index + word.length,
  }));
  const spans: TextSpan[] = [];
  let done = -1;
  for (let at = 0; at < pieces.length; at += 1) {
    const signs = atSign(pieces, at);
    if (signs === 0 || at <= done) continue;
    const end = hostEnd(pieces, at + signs);
    if (end === null) continue;
    const from = nameStart(text, pieces, at, done);
    if (from === at) continue;
    spans.push({
      turn,
      fromChar: pieces[from]!.fromChar,
      toChar: pieces[end]!.toChar,
      kind: 'email',
      certainty: pieces[at]!.text === '@' ? 'certain' : 'likely',
    });
    done = end;
  }
  return spans;
}

/** How many pieces the at sign takes: @, at, 艾特, 圈a, 小老鼠. */
function atSign(pieces: readonly Piece[], at: number): number {
  const [one, two, three] = [pieces[at]?.text ?? '', pieces[at + 1]?.text, pieces[at + 2]?.text];
  if (AT.has(one)) return 1;
  if (one === '艾' && two === '特') return 2;
  if (one === '圈' && two === 'a') return 2;
  return one === '小' && two === '老' && three === '鼠' ? 3 : 0;
}

/** The last piece of the host: after a dot, an ending that there is; or a well-known provider alone. */
function hostEnd(pieces: readonly Piece[], from: number): number | null {
  let end: number | null = PROVIDERS.has(pieces[from]?.text ?? '') ? from : null;
  for (let at = from + 1; at < Math.min(pieces.length, from + MOST_BEHIND); at += 1) {
    if (DOTS.has(pieces[at]?.text ?? '') && ENDINGS.has(pieces[at + 1]?.text ?? '')) {
      end = at + 1;
      at += 1;
    } else if (end !== null) break;
  }
  return end;
}

function nameStart(text: string, pieces: readonly Piece[], at: number, done: number): number {
  let from = at;
  const least = Math.max(done + 1, at - MOST_BEFORE);
  while (from > least) {
    const piece = pieces[from - 1] as Piece;
    const between = text.slice(piece.toChar, pieces[from]?.fromChar);
    if (/[，,：:；;？?！!]/.test(between) || piece.text === '。') break;
    // A letter that is spelled out is no word.
    const spelled = piece.text.length === 1 && (pieces[from]?.text.length ?? 0) <= 2 && from < at;
    if ((!spelled && ENGLISH_STOPS.has(piece.text)) || CHINESE_STOPS.includes(piece.text)) break;
    if (piece.text === '.' && between.startsWith(' ')) break;
    if (/[\u4e00-\u9fff]/.test(piece.text) && !CHINESE_NAMES.test(piece.text) && at - from > 8) break;
    from -= 1;
  }
  return from;
}
