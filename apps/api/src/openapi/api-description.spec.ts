import { join } from 'node:path';
import { type OpenApiDocument } from './describe-api.js';
import { ApiDescription } from './api-description.js';

const PACKAGE = join(process.cwd(), 'package.json');
const described = { openapi: '3.1.0' } as OpenApiDocument;

describe('the description that is served', () => {
  it('is what the build wrote, where there is one', () => {
    const description = new ApiDescription();
    description.from(PACKAGE, () => described);
    expect(description.document()).toMatchObject({ name: 'shouwen' });
  });

  it.each([undefined, join(PACKAGE, 'not-there')])('is made once, when first asked for, without a file: %s', (file) => {
    const description = new ApiDescription();
    let made = 0;
    description.from(file, () => ((made += 1), described));
    expect(made).toBe(0);
    expect([description.document(), description.document()]).toEqual([described, described]);
    expect(made).toBe(1);
  });

  it('is not there before every route is known', () => {
    expect(() => new ApiDescription().document()).toThrow('not finished starting');
  });
});
