import { type Language, type SensitiveKind } from '#contracts';
import { type Line, type Scene } from './scene.js';
import {
  chance,
  digitsOf,
  groups,
  identityNumber,
  pick,
  sayGroup,
  sayNumber,
  withLuhn,
  type Random,
} from './spoken-numbers.rules.js';

const A = 'agent' as const;
const C = 'customer' as const;
const scene = (language: Language, kind: SensitiveKind, about: string, lines: (random: Random) => Line[]): Scene => ({
  language,
  kind,
  about,
  lines,
});

const mobile = (random: Random) => `1${pick(random, ['38', '39', '50', '86', '77', '99', '33'])}${digitsOf(random, 8)}`;
const american = (random: Random) =>
  `${pick(random, ['415', '212', '646', '303', '702'])}${pick(random, ['2', '5', '7'])}${pick(random, ['34', '55', '29'])}${digitsOf(random, 4)}`;
const card = (random: Random) =>
  withLuhn(pick(random, ['622202', '621700', '400361', '521899']) + digitsOf(random, pick(random, [9, 9, 12])));
const sixteen = (random: Random) => withLuhn(pick(random, ['4003', '5218', '6222']) + digitsOf(random, 11));
const spelled = (random: Random, language: Language, digits: string) => sayNumber(random, language, digits);
const identity = (random: Random, language: Language) => {
  const number = identityNumber(random);
  const said = spelled(random, language, number.slice(0, 17));
  return `${said}${number[17] === 'X' ? pick(random, language === 'zh' ? ['叉', 'X', 'x'] : [' x', ' X', ' ex']) : sayGroup(random, language, number.slice(17)).replace(/^/, language === 'zh' ? '' : ' ')}`;
};

/** The customer says a number in groups, the agent says yes to each or says it back. */
function inGroups(random: Random, language: Language, digits: string, ask: string): Line[] {
  const yes = language === 'zh' ? ['嗯', '好的', '您说', '对'] : ['mm-hm', 'okay', 'yes', 'go on'];
  const back = chance(random, 0.4);
  return [
    [A, ask],
    ...groups(random, digits).flatMap((group): Line[] => [
      [C, `{${sayGroup(random, language, group)}}`],
      [A, back && group.length > 2 ? `{${sayGroup(random, language, group)}}` : pick(random, yes)],
    ]),
  ];
}

/** The agent reads a number back and is told that it is right. */
function readBack(random: Random, language: Language, digits: string, lead: string): Line[] {
  return language === 'zh'
    ? [
        [C, `${lead}{${spelled(random, language, digits)}}`],
        [A, `我重复一遍，{${spelled(random, language, digits)}}，对吗`],
        [C, '对的'],
      ]
    : [
        [C, `${lead} {${spelled(random, language, digits)}}`],
        [A, `so that is {${spelled(random, language, digits)}} is that right`],
        [C, 'yes that is right'],
      ];
}

const STREETS = ['建国路', '南京西路', '人民大道', '解放街', '中山北路', '科技路'];
const addressZh = (random: Random) =>
  `${pick(random, ['北京市朝阳区', '上海市静安区', '浙江省杭州市西湖区', '广东省深圳市南山区', '成都市武侯区'])}${pick(random, STREETS)}${1 + Math.floor(random() * 300)}号${pick(random, ['', '3栋2单元501室', '金桂花园12号楼302', '1202室'])}`;
const addressEn = (random: Random) =>
  `${pick(random, ['221', '48', '1600', 'forty two', '9'])} ${pick(random, ['Baker', 'Maple', 'Pine Hill', 'Victoria', 'Elm'])} ${pick(random, ['Street', 'Road', 'Avenue', 'Lane', 'Drive'])}${pick(random, ['', ', apartment 4B', ', London NW1 6XE', ', Springfield 62704'])}`;

const emailZh = (random: Random) =>
  pick(random, [
    `${pick(random, ['zhangwei', 'li.na', 'wang_fang'])}${digitsOf(random, 2)}@${pick(random, ['163.com', 'qq.com', 'example.cn'])}`,
    `zhang wei 艾特 ${pick(random, ['qq', '163', '一六三'])} 点 com`,
    `l i n a ${digitsOf(random, 2)} 圈a ${pick(random, ['126', 'qq'])} 点com`,
  ]);
const emailEn = (random: Random) =>
  pick(random, [
    `${pick(random, ['john.smith', 'mary_jones', 'dave'])}${digitsOf(random, 2)}@${pick(random, ['gmail.com', 'example.co.uk', 'mail.org'])}`,
    `john dot smith at ${pick(random, ['gmail', 'outlook', 'example'])} dot com`,
    `m a r y underscore ${pick(random, ['seven', 'nine two'])} at northmail dot co dot uk`,
  ]);

const MEMBER_ZH = ['请报一下您的会员号码', '麻烦提供一下会员号'];

/** Conversations in which something must be hidden. */
export const SENSITIVE: readonly Scene[] = [
  scene('zh', 'telephone', '手机号', (r) => [
    [C, `${pick(r, ['我的手机号是', '你打我电话吧，', '联系方式写', '留个号码，'])}{${spelled(r, 'zh', mobile(r))}}`],
  ]),
  scene('zh', 'telephone', '手机号，未说明', (r) => [
    [A, '好的，怎么联系您'],
    [C, `{${spelled(r, 'zh', mobile(r))}}`],
  ]),
  scene('zh', 'telephone', '手机号，分几次说', (r) =>
    inGroups(r, 'zh', mobile(r), pick(r, ['请报一下您的手机号码', '您的联系电话是多少'])),
  ),
  scene('zh', 'telephone', '手机号，复述', (r) => readBack(r, 'zh', mobile(r), '我电话是')),
  scene('zh', 'telephone', '座机', (r) => [
    [
      C,
      `打我座机{${spelled(r, 'zh', `0${pick(r, ['10', '21', '755', '571'])}${pick(r, ['6', '8'])}${digitsOf(r, 7)}`)}}`,
    ],
  ]),
  scene('zh', 'telephone', '手机号，说错又改', (r) => {
    const number = mobile(r);
    return [
      [
        C,
        `我手机号{${spelled(r, 'zh', number)}}，${pick(r, ['不对', '说错了'])}，最后四位是{${sayGroup(r, 'zh', digitsOf(r, 4))}}`,
      ],
    ];
  }),
  scene('zh', 'identity_card', '身份证', (r) => [[C, `我的身份证号码是{${identity(r, 'zh')}}`]]),
  scene('zh', 'identity_card', '身份证，回答', (r) => [
    [A, '为核实身份，请报一下身份证号'],
    [C, `${pick(r, ['', '嗯，', '好，'])}{${identity(r, 'zh')}}`],
  ]),
  scene('zh', 'identity_card', '身份证，分几次说', (r) =>
    inGroups(r, 'zh', identityNumber(r).replace('X', '3'), '请说一下您的身份证号码'),
  ),
  scene('zh', 'bank_card', '银行卡', (r) => [
    [C, `${pick(r, ['我的卡号是', '银行卡', '信用卡号'])}{${spelled(r, 'zh', card(r))}}`],
  ]),
  scene('zh', 'bank_card', '银行卡，分几次说', (r) => inGroups(r, 'zh', card(r), '请报一下您的银行卡号')),
  scene('zh', 'bank_card', '银行卡，复述', (r) => readBack(r, 'zh', card(r), '卡号')),
  scene('zh', 'card_code', '安全码', (r) => [
    [A, pick(r, ['请问卡背面的三位安全码是多少', '麻烦报一下CVV', '卡片背面签名栏后三位是'])],
    [C, `${pick(r, ['', '是', '嗯'])}{${sayGroup(r, 'zh', digitsOf(r, 3))}}`],
  ]),
  scene('zh', 'card_code', '安全码，找一下再说', (r) => {
    const code = digitsOf(r, 3);
    return [
      [A, '请报一下信用卡的安全码'],
      [C, '在哪里'],
      [A, '翻到背面，最后三个数字'],
      [C, '我找一下'],
      [C, `{${sayGroup(r, 'zh', code)}}`],
      [A, `好的，{${sayGroup(r, 'zh', code)}}`],
    ];
  }),
  scene('zh', 'passport', '护照', (r) => [[C, `护照号是{${pick(r, ['E', 'G', 'EA'])}${digitsOf(r, 8)}}`]]),
  scene('zh', 'email', '邮箱', (r) => [[C, `${pick(r, ['我的邮箱是', '发到', '邮箱 '])}{${emailZh(r)}}`]]),
  scene('zh', 'address', '地址', (r) => [[C, `${pick(r, ['我住在', '寄到', '地址是'])}{${addressZh(r)}}`]]),
  scene('zh', 'address', '地址，回答', (r) => [
    [A, '您的收货地址是？'],
    [C, `{${pick(r, ['朝阳区望京西园三区', '西湖区三墩镇政府旁边', '南山区科技园那边的村口'])}}`],
  ]),
  scene('zh', 'other_number', '会员号', (r) => [
    [A, pick(r, MEMBER_ZH)],
    [C, `{${spelled(r, 'zh', digitsOf(r, 9))}}`],
  ]),
  scene('zh', 'other_number', '验证码', (r) => [
    [A, '请把短信验证码告诉我'],
    [C, `{${sayGroup(r, 'zh', digitsOf(r, 6))}}`],
  ]),
  scene('en', 'telephone', 'phone', (r) => [
    [
      C,
      `${pick(r, ['my phone number is', 'call me on', 'you can reach me at', 'my cell is'])} {${spelled(r, 'en', american(r))}}`,
    ],
  ]),
  scene('en', 'telephone', 'phone, not named', (r) => [
    [A, 'how do we get hold of you'],
    [C, `{${spelled(r, 'en', american(r))}}`],
  ]),
  scene('en', 'telephone', 'phone in groups', (r) => inGroups(r, 'en', american(r), 'what is the best number for you')),
  scene('en', 'telephone', 'phone read back', (r) => readBack(r, 'en', american(r), 'my number is')),
  scene('en', 'telephone', 'phone abroad', (r) => [
    [C, `it is ${pick(r, ['+', 'plus '])}{${pick(r, ['44', '86', '49'])}${digitsOf(r, 10)}}`],
  ]),
  scene('en', 'telephone', 'British mobile', (r) => [
    [C, `my mobile is {${spelled(r, 'en', `07${pick(r, ['4', '7', '9'])}${digitsOf(r, 8)}`)}}`],
  ]),
  scene('en', 'identity_card', 'Chinese identity card in English', (r) => [
    [C, `my national id is {${identity(r, 'en')}}`],
  ]),
  scene('en', 'bank_card', 'card', (r) => [
    [C, `${pick(r, ['my card number is', 'the long number is', "it's visa"])} {${spelled(r, 'en', sixteen(r))}}`],
  ]),
  scene('en', 'bank_card', 'card answered', (r) => [
    [A, 'may I have your card number please'],
    [C, `${pick(r, ['', 'sure ', 'yes it is '])}{${spelled(r, 'en', sixteen(r))}}`],
  ]),
  scene('en', 'bank_card', 'card in groups', (r) => inGroups(r, 'en', sixteen(r), 'read me the card number please')),
  scene('en', 'bank_card', 'card read back', (r) => readBack(r, 'en', sixteen(r), 'the card number is')),
  scene('en', 'card_code', 'security code', (r) => [
    [
      A,
      pick(r, ['and the security code on the back', 'what is the CVV', 'and the three digits on the back of the card']),
    ],
    [C, `${pick(r, ['', 'it is ', 'that is '])}{${sayGroup(r, 'en', digitsOf(r, 3))}}`],
  ]),
  scene('en', 'card_code', 'security code after looking', (r) => {
    const code = digitsOf(r, 4);
    return [
      [A, 'can you give me the security code'],
      [C, 'where do I find that'],
      [A, 'on an amex it is on the front above the number'],
      [C, 'let me see'],
      [C, `{${sayGroup(r, 'en', code)}}`],
      [A, `{${sayGroup(r, 'en', code)}} thank you`],
    ];
  }),
  scene('en', 'passport', 'passport', (r) => [
    [C, `my passport number is {${pick(r, ['E', 'G'])} ${sayNumber(r, 'en', digitsOf(r, 8))}}`],
  ]),
  scene('en', 'email', 'e-mail', (r) => [[C, `${pick(r, ['my email is', 'send it to', "it's"])} {${emailEn(r)}}`]]),
  scene('en', 'address', 'address', (r) => [
    [C, `${pick(r, ['I live at', 'please send it to', 'the address is'])} {${addressEn(r)}}`],
  ]),
  scene('en', 'address', 'address answered', (r) => [
    [A, 'what is your delivery address'],
    [
      C,
      `{${pick(r, ['the old mill house behind the church in Westbrook', 'flat above the bakery on the high road', 'the yellow building at the end of the lane'])}}`,
    ],
  ]),
  scene('en', 'other_number', 'member number', (r) => [
    [A, 'could I have your membership number'],
    [C, `{${spelled(r, 'en', digitsOf(r, 9))}}`],
  ]),
  scene('en', 'other_number', 'passcode', (r) => [
    [A, 'please tell me the verification code that we sent'],
    [C, `{${sayGroup(r, 'en', digitsOf(r, 6))}}`],
  ]),
];
