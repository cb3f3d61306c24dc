import { describe, expect, it } from '@jest/globals';
import { countries, countryOf, regionName } from './regions.js';

describe('countries', () => {
  it('are named in the language of the screen', () => {
    expect(regionName('DE', 'en')).toBe('Germany (DE)');
    expect(regionName('US-CA', 'zh')).toBe('美国 (US-CA)');
    expect(countries('en')).toHaveLength(249);
  });

  it('are proposed from a zone, where only one has it', () => {
    expect(countryOf('Europe/Berlin')).toBe('DE');
    expect(countryOf('Asia/Shanghai')).toBe('CN');
    expect(countryOf('UTC')).toBeNull();
  });
});
