/** What a browser does at the identity provider, as far as a test needs it: it keeps cookies, follows redirects and fills in one form. */
export class ProviderBrowser {
  private readonly cookies = new Map<string, string>();

  /** Goes to the provider, signs in there where it asks, and stops at the product's page. @returns what stands behind its `?` */
  async answerAt(address: string, login: string, until: string): Promise<string> {
    let response = await this.get(address);
    for (let i = 0; i < 10; i++) {
      const next = response.headers.get('location');
      if (next === null) {
        const form = new URLSearchParams({ login });
        response = await this.request(this.last, { method: 'POST', body: form });
        continue;
      }
      const target = new URL(next, this.last).href;
      if (target.startsWith(until)) return new URL(target).search.slice(1);
      response = await this.get(target);
    }
    throw new Error('the provider sent this browser round in a circle');
  }

  /** Signs out at the provider itself. */
  async signOut(address: string): Promise<void> {
    const page = await (await this.get(address)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const form = new URLSearchParams({ xsrf, logout: 'yes' });
    await this.request(`${new URL(address).origin}/session/end/confirm`, { method: 'POST', body: form });
  }

  private last = '';

  private get(address: string): Promise<Response> {
    return this.request(address, {});
  }

  private async request(address: string, init: RequestInit): Promise<Response> {
    this.last = address;
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { ...init, redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/expires=Thu, 01 Jan 1970/i.test(set)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}
