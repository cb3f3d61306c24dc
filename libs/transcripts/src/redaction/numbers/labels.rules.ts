/** What a number is called by those who say or ask for it. `order`: a number of things, which nobody hides. `date`: a card's expiry, a birthday. */
export type Label =
  | 'card_code'
  | 'identity_card'
  | 'bank_card'
  | 'passport'
  | 'telephone'
  | 'email'
  | 'address'
  | 'passcode'
  | 'number'
  | 'order'
  | 'date';

const NAMES: Record<Label, readonly string[]> = {
  card_code: [
    ...[
      '安全码',
      '校验码',
      '卡验证码',
      '背面三位',
      '背面的三位',
      '背后三位',
      '背面后三位',
      '背面最后三位',
      '卡背面',
      '卡的背面',
      '签名栏',
      '卡片背面',
    ],
    ...[
      'cvv',
      'cvc',
      'cvn',
      'c v v',
      'c v c',
      'security code',
      'security number',
      'digits on the back',
      'back of the card',
      'back of your card',
    ],
    ...['card verification', 'verification value', 'numbers on the back', 'signature strip'],
  ],
  identity_card: [
    '身份证',
    '证件号',
    'id card',
    'identity card',
    'identity number',
    'national id',
    'resident id',
    'citizen id',
  ],
  bank_card: [
    ...['银行卡', '信用卡', '储蓄卡', '借记卡', '卡号', '银行账号', '工资卡', '收款账户', '付款卡', '扣款卡'],
    ...[
      'card number',
      'credit card',
      'debit card',
      'bank card',
      'long number',
      'sixteen digit',
      '16 digit',
      'visa',
      'mastercard',
      'unionpay',
    ],
    ...['bank account', 'account number', 'my card', 'your card', 'the card'],
  ],
  passport: ['护照', 'passport'],
  telephone: [
    ...[
      '手机',
      '电话',
      '座机',
      '联系方式',
      '号码是多少',
      '固话',
      '来电号码',
      '回拨',
      '机主',
      '预留号码',
      '打我',
      '微信',
    ],
    ...[
      'phone',
      'mobile',
      'cell',
      'call me',
      'call you',
      'reach me',
      'reach you',
      'telephone',
      'landline',
      'contact number',
      'callback number',
      'call back on',
    ],
    ...['my number', 'your number', 'best number', 'text me', 'ring me', 'whatsapp'],
  ],
  email: ['邮箱', '电子邮件', '邮件地址', 'email', 'e-mail', 'e mail'],
  address: [
    '地址',
    '住在',
    '住址',
    '寄到',
    '送到',
    'address',
    'live at',
    'deliver to',
    'postcode',
    'post code',
    'zip code',
    '邮编',
  ],
  passcode: [
    '验证码',
    '动态码',
    '密码',
    '口令',
    'passcode',
    'pin number',
    'pin code',
    'your pin',
    'my pin',
    'password',
    'one-time code',
    'one time code',
    'verification code',
  ],
  number: [
    '号码',
    '账号',
    '会员号',
    '会员卡',
    '社保号',
    '驾照',
    '驾驶证',
    '税号',
    '车牌',
    'member number',
    'membership number',
    'social security',
    'licence number',
    'license number',
    'insurance number',
    'ssn',
  ],
  order: [
    ...[
      '订单',
      '单号',
      '运单',
      '快递',
      '流水号',
      '工单',
      '编号',
      '型号',
      '票号',
      '航班',
      '工号',
      '序列号',
      '批次',
      '合同号',
      '分机',
      '货号',
      '款号',
      '取件码',
      '热线',
      '发票',
      '案件',
      '保单',
    ],
    ...[
      'order',
      'tracking',
      'reference',
      'ticket',
      'case number',
      'invoice',
      'serial',
      'booking',
      'confirmation number',
      'model',
      'sku',
      'flight',
    ],
    ...[
      'extension',
      'ext',
      'staff number',
      'agent id',
      'employee',
      'parcel',
      'shipment',
      'consignment',
      'policy number',
      'hotline',
      'item number',
      'product code',
      'part number',
      'barcode',
    ],
  ],
  date: [
    '有效期',
    '到期',
    '生日',
    '出生',
    '年份',
    '日期',
    '几年',
    'expiry',
    'expires',
    'expiration',
    'valid until',
    'date of birth',
    'birthday',
    'year',
    'date',
  ],
};

/** Which names stand in a text, with where the last of each ends. */
export function labelsIn(text: string): Map<Label, number> {
  const hay = text.toLowerCase();
  const found = new Map<Label, number>();
  for (const [label, names] of Object.entries(NAMES) as [Label, readonly string[]][]) {
    let last = -1;
    for (const name of names) {
      const at = lastWord(hay, name);
      if (at >= 0) last = Math.max(last, at + name.length);
    }
    if (last >= 0) found.set(label, last);
  }
  return found;
}

/** The name that stands last, nearest to the number behind it. */
export function lastLabel(text: string): Label | null {
  let [best, at] = [null as Label | null, -1];
  for (const [label, end] of labelsIn(text))
    if (end > at || (end === at && best !== null && RANK[label] < RANK[best])) [best, at] = [label, end];
  return best;
}

/** Where two names end together (“卡的安全码”, “订单号码”), the more telling one. */
const RANK = Object.fromEntries((Object.keys(NAMES) as Label[]).map((label, rank) => [label, rank])) as Record<
  Label,
  number
>;

/** An English name is a word of its own, or its plural: no “ext” in “next”. */
function lastWord(hay: string, name: string): number {
  let at = hay.lastIndexOf(name);
  if (!/^[a-z]/.test(name)) return at;
  while (at > 0 && /[a-z]/.test(hay[at - 1] as string)) at = hay.lastIndexOf(name, at - 1);
  const behind = at < 0 ? '' : (hay[at + name.length] ?? '');
  return at >= 0 && /[a-z]/.test(behind) && behind !== 's' ? -1 : at;
}
