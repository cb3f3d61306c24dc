/** A list of phrases is tried on past calls. */
export const phraseTrial = {
  title: '用过去的通话试',
  intro_other:
    '随机抽取最多 {{count}} 通已评分的通话，用修改中的词表（不必保存）查找最新的文字，看会命中多少通。敏感号码先隐藏再查找。查看句子会记入日志。',
  run: '试一试',
  again: '用同样的通话再试',
  others: '换一批通话',
  stop: '停止',
  nothing: '没有可以试的通话：您能查看的已评分通话里，没有这种语言的文字。',
  sum_other: '读过 {{of}} 通，命中 {{matching}} 通。',
  soFar_other: '（共抽取 {{count}} 通，已看 {{looked}} 通）',
  without_other: '另有 {{count}} 通的文字已经没有，或您现在不能查看。',
  wordless_other: '还有 {{count}} 通已评分的通话没有可以查找的文字，没有参加抽取。',
  unread: {
    zh: '没有读到中文通话，中文说法没有试过。',
    en: '没有读到英文通话，英文说法没有试过。',
  },
  old: '试过之后词表有改动：改过的行没有数字，请再试一次。',
  item_other: '“{{item}}”在所要求的说话方和位置听到：{{count}} 通',
  show: '看例句',
  more: '再看几句',
  ofLine: '“{{phrase}}”的例句：',
  ofAll: '看全部',
  by: '命中的说法：{{phrase}}',
  gone: '这一句的文字已经更换、销毁，或您不能查看。',
};
