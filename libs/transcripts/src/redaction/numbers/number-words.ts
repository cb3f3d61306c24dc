/** A numeral with one of these is an amount: people do not read card numbers in ten thousands. */
export const CHINESE_AMOUNTS = '百千万亿';

/**
 * Digits only between digits: radio words (洞 拐 勾), 两 for two, and what recognisers write when they mishear one digit in a row of them.
 * Not 是 for 四: it is the commonest verb.
 */
export const CHINESE_SOFT_DIGITS: Readonly<Record<string, string>> = {
  ...{
    洞: '0',
    拐: '7',
    勾: '9',
    钩: '9',
    两: '2',
    么: '1',
    妖: '1',
    腰: '1',
    吆: '1',
    夭: '1',
    领: '0',
    灵: '0',
    玲: '0',
  },
  ...{
    酒: '9',
    久: '9',
    巴: '8',
    爸: '8',
    物: '5',
    武: '5',
    午: '5',
    留: '6',
    溜: '6',
    旗: '7',
    散: '3',
    儿: '2',
    耳: '2',
    死: '4',
  },
};

/** Digits only between digits: the letter O, and homophones that recognisers choose. */
export const ENGLISH_SOFT_DIGITS: Readonly<Record<string, string>> = {
  ...{
    oh: '0',
    o: '0',
    to: '2',
    too: '2',
    for: '4',
    fore: '4',
    ate: '8',
    won: '1',
    tree: '3',
    free: '3',
    fife: '5',
    sex: '6',
  },
};

/** What may come between two digits of one number: fillers, and how people name the signs between groups. */
export const ENGLISH_GAPS: ReadonlySet<string> = new Set(
  'um uh er erm ah eh mm hmm mhm yes yeah yep ok okay right so and then dash hyphen space next let me see well like'.split(
    ' ',
  ),
);
export const CHINESE_GAPS: readonly string[] = [
  ...[
    '横杠',
    '中杠',
    '短横',
    '空格',
    '然后',
    '那个',
    '这个',
    '后面',
    '接着',
    '接下来',
    '我看看',
    '稍等',
    '我想想',
    '对对',
    '就是',
  ],
  ...['嗯', '呃', '额', '啊', '哦', '噢', '诶', '唉', '杠', '再', '对'],
];

/** What takes back a digit that was said: the number goes on. */
export const ENGLISH_CORRECTIONS: ReadonlySet<string> = new Set([
  'sorry',
  'correction',
  'no',
  'wait',
  'actually',
  'mean',
  'i',
  'rather',
]);
export const CHINESE_CORRECTIONS: readonly string[] = [
  '不对',
  '不是',
  '说错了',
  '错了',
  '更正',
  '重来',
  '不好意思',
  '抱歉',
];

/** What makes the digits before it a measure, a date or a time. */
export const CHINESE_UNITS =
  '年月日号点时分秒元块毛角个件次天周岁折度层楼栋幢单座室弄米吨斤位名条份箱台张批期级%％℃倍本套双人家页路';
export const ENGLISH_UNITS: ReadonlySet<string> = new Set(
  (
    'dollar dollars pound pounds euro euros cent cents yuan rmb renminbi percent minute minutes hour hours day days week weeks ' +
    'month months year years clock am pm item items piece pieces box boxes unit units person people time times kilo kilos kilograms grams ' +
    'miles mile metres meters inches inch feet foot degrees st nd rd th bucks quid k million thousand hundred nights guests copies pairs pages'
  ).split(' '),
);
export const MONTHS: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
/** What makes the digits after it an amount. */
export const CURRENCY_SIGNS = '$￥¥£€';
