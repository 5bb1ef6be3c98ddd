/** Somebody who works over the API. */
export interface Person {
  readonly login: string;
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply>;
}

export interface Reply {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Signs in; throws when the server does not let in. */
export async function signIn(address: string, login: string, password: string): Promise<Person> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!response.ok) throw new Error(`${login}: ${response.status} ${await response.text()}`);
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { csrf } = (await response.json()) as { readonly csrf: string };
  return {
    login,
    async call(method, path, body, headers = {}) {
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      const answer = await fetch(`${address}/api/v1${path}`, {
        method,
        headers: { cookie, 'x-csrf-token': csrf, ...type, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const isJson = (answer.headers.get('content-type') ?? '').includes('json');
      const content = (isJson && text !== '' ? JSON.parse(text) : {}) as Reply['body'];
      return { status: answer.status, etag: answer.headers.get('etag'), body: content };
    },
  };
}
