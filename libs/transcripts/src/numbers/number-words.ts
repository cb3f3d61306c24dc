/** Chinese numerals that are always a digit when they are read one by one. 幺 is the telephone's one. */
export const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  ...{ 零: '0', 〇: '0', '○': '0', 一: '1', 壹: '1', 幺: '1', 二: '2', 贰: '2', 三: '3', 叁: '3', 四: '4', 肆: '4' },
  ...{ 五: '5', 伍: '5', 六: '6', 陆: '6', 七: '7', 柒: '7', 八: '8', 捌: '8', 九: '9', 玖: '9' },
};

export const ENGLISH_DIGITS: Readonly<Record<string, string>> = {
  ...{
    zero: '0',
    nought: '0',
    naught: '0',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
  },
  ...{ eight: '8', nine: '9', niner: '9', ten: '10', eleven: '11', twelve: '12', thirteen: '13', fourteen: '14' },
  ...{ fifteen: '15', sixteen: '16', seventeen: '17', eighteen: '18', nineteen: '19' },
};

export const ENGLISH_TENS: Readonly<Record<string, string>> = {
  ...{
    twenty: '2',
    thirty: '3',
    forty: '4',
    fourty: '4',
    fifty: '5',
    sixty: '6',
    seventy: '7',
    eighty: '8',
    ninety: '9',
  },
};

/** “Double four”, “triple seven”: how often the next digit is said. */
export const REPEATS: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3, quadruple: 4 };
