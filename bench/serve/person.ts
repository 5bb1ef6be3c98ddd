/** Somebody who works over the API. */
export interface Person {
  readonly login: string;
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply>;
  /** Sends a file as the body. */
  upload(path: string, content: Uint8Array): Promise<Reply>;
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
  const send = async (
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | null,
    headers: Readonly<Record<string, string>>,
  ): Promise<Reply> => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      body,
      headers: { cookie, 'x-csrf-token': csrf, ...headers },
    });
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    const content = (isJson && text !== '' ? JSON.parse(text) : {}) as Reply['body'];
    return { status: answer.status, etag: answer.headers.get('etag'), body: content };
  };
  return {
    login,
    call(method, path, body, headers = {}) {
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      return send(method, path, body === undefined ? null : JSON.stringify(body), { ...type, ...headers });
    },
    upload: (path, content) =>
      send('POST', path, Uint8Array.from(content), { 'content-type': 'application/octet-stream' }),
  };
}
