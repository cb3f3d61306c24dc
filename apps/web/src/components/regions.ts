import type { Language } from '#contracts';

/** ISO 3166-1: the countries and territories that have a code. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

const namesIn = (language: Language) => new Intl.DisplayNames(language === 'zh' ? 'zh-CN' : 'en', { type: 'region' });

/** `Germany (DE)`; of a state, with its country: `United States (US-CA)`. */
export const regionName = (code: string, language: Language): string =>
  /^[A-Z]{2}(-|$)/.test(code) ? `${namesIn(language).of(code.slice(0, 2)) ?? code} (${code})` : code;

/** Every country, in the order of the screen's language. */
export const countries = (language: Language): { value: string; label: string }[] =>
  CODES.map((value) => ({ value, label: regionName(value, language) })).sort((a, b) =>
    a.label.localeCompare(b.label, language === 'zh' ? 'zh-CN' : 'en'),
  );

/** The country whose clocks a zone shows; null where the browser cannot tell, or several have it. */
export function countryOf(timeZone: string): string | null {
  const found = CODES.filter((code) => zonesOf(code).includes(timeZone));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Browsers have it as a method, as a property before that, or not at all. */
function zonesOf(code: string): readonly string[] {
  const locale = new Intl.Locale(`und-${code}`) as { timeZones?: string[]; getTimeZones?: () => string[] };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
