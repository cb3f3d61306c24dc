import { type Language } from '#contracts';
import { type Line, type Scene } from './scene.js';
import { digitsOf, pick, sayGroup, sayNumber, type Random } from './spoken-numbers.rules.js';

const A = 'agent' as const;
const C = 'customer' as const;
const near = (language: Language, about: string, lines: (random: Random) => Line[]): Scene => ({
  language,
  kind: null,
  about,
  lines,
});
const between = (random: Random, low: number, high: number) => low + Math.floor(random() * (high - low + 1));
const date = (random: Random) =>
  `${between(random, 2020, 2027)}年${between(random, 1, 12)}月${between(random, 1, 28)}日`;

/** Conversations full of numbers that must not be hidden. */
export const NEAR_MISSES: readonly Scene[] = [
  near('zh', '订单号', (r) => [
    [A, pick(r, ['请报一下订单号', '您的订单编号是多少'])],
    [C, `${pick(r, ['', '订单号是'])}${sayNumber(r, 'zh', `2026${digitsOf(r, pick(r, [6, 8, 10]))}`)}`],
  ]),
  near('zh', '快递单号', (r) => [[C, `快递单号${pick(r, ['SF', 'YT', 'JD'])}${digitsOf(r, 13)}一直没动`]]),
  near('zh', '工单号', (r) => [[A, `您的工单号是${sayNumber(r, 'zh', digitsOf(r, 8))}，请记一下`]]),
  near('zh', '金额', (r) => [
    [
      C,
      `一共${pick(r, [`${between(r, 100, 99_999)}块`, `${between(r, 1, 9)}千${pick(r, ['二百', '八百'])}三十五元`, `￥${between(r, 1000, 99999)}.50`])}`,
    ],
    [A, `优惠${between(r, 5, 300)}元以后是${between(r, 1000, 90000)}元`],
  ]),
  near('zh', '日期与时间', (r) => [
    [A, `${date(r)}下午${between(r, 1, 6)}点${between(r, 10, 59)}分之前送到`],
    [C, `不是${between(r, 1, 12)}月${between(r, 1, 28)}号吗，二零二六年的`],
  ]),
  near('zh', '数量', (r) => [
    [C, `要${between(r, 10, 999)}个，另外${pick(r, ['三十', '二十五', '一百二十'])}箱`],
    [A, `好的，${between(r, 2, 9)}种，每种${between(r, 10, 99)}件`],
  ]),
  near('zh', '分机与工号', (r) => [[A, `我的工号是${digitsOf(r, 6)}，请拨分机${digitsOf(r, 4)}`]]),
  near('zh', '客服热线', (r) => [[A, `请拨打${pick(r, ['400 820 8820', '95588', '10086', '400-668-1234'])}转人工`]]),
  near('zh', '型号', (r) => [[C, `型号是${pick(r, ['X', 'KFR', 'T'])}${digitsOf(r, 4)}，买了${between(r, 2, 9)}年`]]),
  near('zh', '比例与评分', (r) => [
    [A, `满意度百分之${between(r, 60, 99)}，折扣${between(r, 5, 9)}折，第${between(r, 1, 30)}期`],
  ]),
  near('zh', '航班', (r) => [
    [C, `航班CA${digitsOf(r, 4)}，${between(r, 6, 22)}点${between(r, 10, 59)}起飞，${between(r, 10, 70)}号登机口`],
  ]),
  near('zh', '闲谈', () => [
    [C, '我等了三四十分钟，一二三四都试过了，还是一样'],
    [A, '非常抱歉，一定帮您处理，第一时间回复'],
  ]),
  near('zh', '问路', () => [
    [C, '这条路走到头就是超市，旁边那个小区'],
    [A, '好的，我们在市区有三家店'],
  ]),
  near('zh', '尾号', (r) => [[A, `您尾号${digitsOf(r, 4)}的卡已经收到退款`]]),
  near('en', 'order number', (r) => [
    [A, 'what is the order number'],
    [C, `${pick(r, ['', 'order '])}${sayNumber(r, 'en', `2026${digitsOf(r, pick(r, [6, 8]))}`)}`],
  ]),
  near('en', 'tracking number', (r) => [
    [C, `the tracking number is ${pick(r, ['1Z', 'JD', 'RR'])}${digitsOf(r, 12)}`],
  ]),
  near('en', 'case number', (r) => [[A, `your case number is ${sayNumber(r, 'en', digitsOf(r, 8))} please note it`]]),
  near('en', 'amount', (r) => [
    [
      C,
      `it was ${pick(r, [`$${between(r, 100, 9999)}.99`, `${between(r, 100, 9999)} dollars`, 'three hundred and fifty pounds'])}`,
    ],
    [A, `with the discount that is ${between(r, 10, 999)} euros and ${between(r, 10, 99)} cents`],
  ]),
  near('en', 'date and time', (r) => [
    [
      A,
      `${pick(r, ['November', 'March'])} ${between(r, 1, 28)} ${between(r, 2020, 2027)} at ${between(r, 1, 12)}:${between(r, 10, 59)}`,
    ],
    [C, `not the ${between(r, 4, 20)}th, before ${between(r, 1, 11)} pm`],
  ]),
  near('en', 'quantity', (r) => [
    [C, `I want ${between(r, 10, 999)} units and thirty boxes`],
    [A, `that is ${between(r, 2, 90)} items on ${between(r, 2, 9)} pages`],
  ]),
  near('en', 'extension', (r) => [
    [A, `my agent id is ${digitsOf(r, 6)} and the extension is ${sayGroup(r, 'en', digitsOf(r, 4))}`],
  ]),
  near('en', 'hotline', (r) => [[A, `please call 1-800-555-0${digitsOf(r, 3)} and press ${between(r, 1, 9)}`]]),
  near('en', 'model', (r) => [[C, `it is the model X${digitsOf(r, 4)} from ${between(r, 2010, 2025)}`]]),
  near('en', 'flight', (r) => [
    [C, `flight BA${digitsOf(r, 4)} at ${between(r, 6, 22)}:${between(r, 10, 59)} gate ${between(r, 2, 70)}`],
  ]),
  near('en', 'talk', () => [
    [C, 'I waited for two or three days on the way and then one to two more for the other'],
    [A, 'I am sorry at the end of the day we will sort it out in no time dot dot dot'],
  ]),
  near('en', 'street talk', () => [
    [C, 'two people on the road told me the first place on the street was closed'],
    [A, 'we have three shops in the city centre'],
  ]),
  near('en', 'last four', (r) => [[A, `the card ending in ${digitsOf(r, 4)} was refunded`]]),
  near('en', 'percent', (r) => [
    [A, `${between(r, 5, 95)} percent of our ${between(r, 200, 900)} guests stayed ${between(r, 2, 14)} nights`],
  ]),
];
