import { type Language, type SensitiveKind } from '#contracts';
import { type Line, type Scene } from './scene.js';
import { digitsOf, pick, sayGroup, type Random } from './spoken-numbers.rules.js';

const A = 'agent' as const;
const C = 'customer' as const;
const scene = (
  language: Language,
  kind: SensitiveKind | null,
  about: string,
  lines: (random: Random) => Line[],
): Scene => ({ language, kind, about, lines });

/** Ways in which a card's code is said. Some cannot be told for certain: those may wait for a person, and must be silent meanwhile. */
export const CARD_CODES: readonly Scene[] = [
  scene('zh', 'card_code', '安全码，自己说出名字', (r) => [
    [C, `${pick(r, ['安全码是', 'CVV是', '背面三位是', '卡背面的三位数字是'])}{${sayGroup(r, 'zh', digitsOf(r, 3))}}`],
  ]),
  scene('zh', 'card_code', '安全码，中间隔了几句', (r) => [
    [A, '麻烦提供一下卡背面的安全码'],
    [C, '等一下我拿卡'],
    [A, '好的不着急'],
    [C, `${pick(r, ['拿到了，', '找到了，', '你记一下，'])}{${sayGroup(r, 'zh', digitsOf(r, 3))}}`],
  ]),
  scene('zh', 'card_code', '说了不用，还是报了', (r) => [
    [A, '安全码您不用告诉我'],
    [C, `{${sayGroup(r, 'zh', digitsOf(r, 3))}}`],
  ]),
  scene('en', 'card_code', 'code by its own name', (r) => [
    [
      C,
      `${pick(r, ['the security code is', 'my CVV is', 'and the three digits on the back are', 'the CVC is'])} {${sayGroup(r, 'en', digitsOf(r, 3))}}`,
    ],
  ]),
  scene('en', 'card_code', 'code after some talk', (r) => [
    [A, 'could you read me the security code on the back of your card'],
    [C, 'hang on let me get my purse'],
    [A, 'take your time'],
    [C, `${pick(r, ['right here it is', 'got it', 'are you ready'])} {${sayGroup(r, 'en', digitsOf(r, 3))}}`],
  ]),
  scene('en', 'card_code', 'given although not wanted', (r) => [
    [A, "you don't need to give me the security code"],
    [C, `{${sayGroup(r, 'en', digitsOf(r, 3))}}`],
  ]),
  scene('en', 'identity_card', 'social security number', (r) => {
    const number = `${pick(r, ['123', '219', '457'])}-${pick(r, ['09', '45', '61'])}-${pick(r, ['1234', '9999', '6789'])}`;
    return [
      [A, pick(r, ['can I have your social security number', 'what is your social'])],
      [
        C,
        `${pick(r, ['', 'it is ', 'sure '])}{${pick(r, [number, number.replaceAll('-', ' '), number.replaceAll('-', '')])}}`,
      ],
    ];
  }),
  scene('en', 'identity_card', 'last four of the social', (r) => [
    [A, 'to verify you I need the last four of your social'],
    [C, `{${sayGroup(r, 'en', digitsOf(r, 4))}}`],
  ]),
];

const address = (r: Random) =>
  `${pick(r, ['zhang.wei', 'li_na', 'wang.lei', 'chen'])}${digitsOf(r, 2)}@${pick(r, ['163.com', '126.com', '139.com', '189.cn'])}`;

/** A card's code is named, and what follows is something else. */
export const NO_CARD_CODES: readonly Scene[] = [
  scene('zh', 'email', '不要安全码，要邮箱', (r) => [
    [A, `安全码不用告诉我，${pick(r, ['请您报一下邮箱', '麻烦留一个邮箱'])}`],
    [C, `我的邮箱是{${address(r)}}`],
  ]),
  scene('en', 'email', 'no code but an e-mail', (r) => [
    [A, pick(r, ["I don't need the security code just your email", 'never mind the CVV what is your email address'])],
    [C, `my email is {${address(r)}}`],
  ]),
  scene('zh', null, '提醒保管安全码', (r) => [
    [A, '请千万不要把卡背面的安全码告诉任何人'],
    [C, `知道了，那我买的${pick(r, ['三百二十', '一百五十', '二百四十'])}个什么时候到`],
  ]),
  scene('zh', null, '问过安全码，报的是订单', (r) => [
    [A, '我们不会问您的安全码，请报一下订单号'],
    [C, `订单号是${digitsOf(r, 4)}`],
  ]),
  scene('zh', null, '安全码后面是金额', (r) => [
    [A, '安全码是付款时填的'],
    [C, `明白，一共${pick(r, ['399', '128', '560'])}元对吧`],
  ]),
  scene('zh', null, '安全码与分机', (r) => [
    [C, '网页上要我填安全码'],
    [A, `这个您在网页上填就可以，如果还有问题请拨分机${digitsOf(r, 4)}`],
  ]),
  scene('en', null, 'keep the code to yourself', (r) => [
    [A, 'please never share the security code with anyone'],
    [C, `of course and the order ${digitsOf(r, 4)} when will it come`],
  ]),
  scene('en', null, 'code and amount', (r) => [
    [A, 'the page will ask you for the CVV when you pay'],
    [C, `and that is ${pick(r, ['$399', '128 dollars', '£560'])} in total right`],
  ]),
  scene('en', null, 'code and extension', (r) => [
    [C, 'it says the security code is wrong'],
    [A, `our payments team on extension ${digitsOf(r, 4)} can look at that`],
  ]),
  scene('en', null, 'code and year', () => [
    [C, 'I typed the security code twice'],
    [A, 'thank you that card expires in the year 2029 so it should work'],
  ]),
];
