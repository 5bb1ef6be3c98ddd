import { strToU8, zipSync } from 'fflate';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleBook, testPassword, testServer, type Person, type TestServer } from '../serverFixture.ts';

let server: TestServer;
let clerk: Person;
let reviewer: Person;
let filing: string;

beforeAll(async () => {
  server = await testServer({ fileMegabytes: 1, bodyMegabytes: 1, batchMegabytes: 2, failedLogins: 3 });
  clerk = await server.withRole('preparer');
  reviewer = await server.withRole('financeReviewer');
  const { region, department } = server.place;
  const made = await clerk.send('POST', '/api/v1/filings', {
    region,
    department,
    year: 2026,
    form: 'shanxi-13',
  });
  filing = `/api/v1/filings/${made.body.id}`;
}, 60_000);
afterAll(() => server.close());

/** Rows that an attack could have left. */
async function rows(): Promise<string> {
  const counts = await server.store.pool.query(
    `select (select count(*) from files) f, (select count(*) from jobs) j, (select count(*) from comments) c,
       (select count(*) from users) u, (select count(*) from book_versions) b, (select count(*) from batches) a`,
  );
  return JSON.stringify(counts.rows[0]);
}

async function organisation(): Promise<string> {
  const counts = await server.store.pool.query(
    `select (select count(*) from regions) r, (select count(*) from departments) d, (select count(*) from units) u,
       (select count(*) from users) p`,
  );
  return JSON.stringify(counts.rows[0]);
}

async function refusedWithoutTrace(
  work: () => Promise<{ status: number; text: string }>,
  ...statuses: number[]
) {
  const before = await rows();
  const { status, text } = await work();
  expect(statuses, text).toContain(status);
  expect(text).not.toMatch(/node_modules|\bat \w+ \(|syntax error|select |\.ts:/i);
  expect(await rows()).toBe(before);
}

// Found by sending mutated requests (`npm run fuzz`).
describe('addresses that mean nothing', () => {
  test.each(['%', '%zz', '%ff%fe', '%ed%a0%80'])('%s is refused as every other request is', async (part) => {
    const answer = await clerk.get(`/api/v1/filings/${part}/steps?lang=en`);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.body).toMatchObject({
      code: 'badAddress',
      title: expect.stringContaining('UTF-8') as string,
    });
  });

  const beyond = '2147483648';
  test.each([
    `disclosures/${beyond}`,
    `disclosures/${beyond}/findings`,
    'disclosures/1/files/40000',
    `book/versions/${beyond}`,
    `differences?from=1&to=${beyond}`,
  ])('%s: no version has such a number', async (path) => {
    expect((await clerk.get(`${filing}/${path}`)).status).toBe(400);
  });
});

describe('input that is meant to harm is refused and leaves nothing', () => {
  const injections = [
    "' or '1'='1",
    '1; drop table users; --',
    "' union select password_hash from users --",
    '%27%20or%201=1',
  ];
  test.each(injections)('SQL in an address or a filter: %s', async (words) => {
    const text = encodeURIComponent(words);
    await refusedWithoutTrace(() => clerk.get(`/api/v1/filings/${text}`), 400);
    await refusedWithoutTrace(() => clerk.get(`/api/v1/filings?department=${text}`), 400);
    await refusedWithoutTrace(() => clerk.get(`/api/v1/filings?region=${text}`), 200, 400);
    await refusedWithoutTrace(() => clerk.get(`/api/v1/filings?after=${text}`), 400);
    const login = { login: words, password: words };
    const refused = await server.request({ method: 'POST', url: '/api/v1/session', payload: login });
    expect(refused.status).toBe(401);
  });

  test('SQL in text that is kept stays text', async () => {
    const body = "'); drop table comments; --";
    expect((await clerk.send('POST', `${filing}/comments`, { body })).status).toBe(201);
    const kept = await clerk.get(`${filing}/comments`);
    expect(kept.text).toContain(JSON.stringify(body));
  });

  const paths = [
    '../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '....//etc/passwd',
    '/etc/passwd',
    'C:\\windows\\win.ini',
  ];
  test.each(paths)('a path that leads out: %s', async (path) => {
    for (const url of [`/api/v1/filings/${path}`, `/api/v1/${path}`, `/app/${path}`, `/${path}`]) {
      const { status, text } = await clerk.get(url);
      expect([400, 404], url).toContain(status);
      expect(text).not.toContain('root:');
    }
    // As a file's name it only names.
    const named = await clerk.upload(
      `/api/v1/files?name=${encodeURIComponent(path)}`,
      Buffer.from('表\t1\n'),
    );
    expect([201, 422]).toContain(named.status);
    if (named.status === 201) expect(named.body.name).not.toMatch(/[\\/]|^\.\.$/);
  });

  test('a zip whose names lead out only names; nothing is written by them', async () => {
    const zip = Buffer.from(
      zipSync({ '../../evil.txt': strToU8('表\t1\n'), 'a/../../b.exe': strToU8('MZ\u0000\u0001') }),
    );
    const { region } = server.place;
    const url = `/api/v1/batches/zip?region=${region}&name=x`;
    const { status, text } = await reviewer.upload(url, zip);
    expect(status).toBe(202);
    expect(JSON.parse(text)).toMatchObject({ files: 1, refused: [{ name: 'b.exe' }] });
    const names = await server.store.pool.query(`select payload->'files'->0->>'name' as name from jobs`);
    expect(names.rows).toContainEqual({ name: 'evil.txt' });
  });

  test('a zip that unpacks to an abnormal size', async () => {
    const bomb = Buffer.from(zipSync({ 'a.txt': [new Uint8Array(40 * 1024 * 1024), { level: 9 }] }));
    const { region } = server.place;
    const url = `/api/v1/batches/zip?region=${region}&name=x`;
    await refusedWithoutTrace(() => reviewer.upload(url, bomb), 422);
    const lying = Buffer.from(deflateRawSync(Buffer.alloc(1000)));
    await refusedWithoutTrace(() => reviewer.upload(url, lying), 422);
  });

  test('an external entity in a document is not followed', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>`;
    const types =
      '<Types><Override ContentType="wordprocessingml.document.main+xml" PartName="/word/document.xml"/></Types>';
    const docx = Buffer.from(
      zipSync({ '[Content_Types].xml': strToU8(types), 'word/document.xml': strToU8(xml) }),
    );
    const uploaded = await clerk.upload('/api/v1/files?name=x.docx', docx);
    expect(uploaded.status).toBe(201);
    const job = await clerk.send('POST', '/api/v1/checks', {
      files: [{ id: uploaded.body.id, name: 'x.docx' }],
    });
    const { text } = await server.finished(clerk, job.body.id);
    expect(text).not.toContain('root:');
    expect(text).toContain('unreadable');
  });

  test('an address in a document or a field is never fetched', async () => {
    const body = 'http://169.254.169.254/latest/meta-data';
    expect((await clerk.send('POST', `${filing}/comments`, { body, place: { url: body } })).status).toBe(201);
    const page = Buffer.from(
      '<html><body><img src="http://127.0.0.1:1/x"><table><tr><td>1</td></tr></table></body></html>',
    );
    const uploaded = await clerk.upload('/api/v1/files?name=x.html', page);
    const job = await clerk.send('POST', '/api/v1/checks', {
      files: [{ id: uploaded.body.id, name: 'x.html' }],
    });
    expect((await server.finished(clerk, job.body.id)).body.state).toBe('done');
  });

  test('markup is given back as data, with a type that no browser runs', async () => {
    const body = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    await clerk.send('POST', `${filing}/comments`, { body });
    const kept = await clerk.get(`${filing}/comments`);
    expect(kept.headers['content-type']).toContain('application/json');
    expect(kept.headers['x-content-type-options']).toBe('nosniff');
    expect(kept.headers['content-security-policy']).toContain("script-src 'self'");
  });

  const names = [
    '=HYPERLINK("http://evil.example","x")',
    '@SUM(1+1)',
    '+1+cmd|x',
    '<img src=x onerror=alert(1)>',
  ];
  test.each(names)('a name that a table takes for a formula or a page for markup: %s', async (bad) => {
    const { region, department } = server.place;
    const system = await server.person(`system${names.indexOf(bad)}`, [
      { role: 'systemAdministrator', region: null, department: null, unit: null },
    ]);
    const before = await organisation();
    const asked: readonly (readonly [string, object])[] = [
      ['/api/v1/regions', { code: '1', name: bad }],
      ['/api/v1/departments', { region, code: '1', name: bad }],
      ['/api/v1/departments', { region, code: bad.slice(0, 20), name: '示例' }],
      [`/api/v1/departments/${department}/units`, { name: bad, kind: 'institution' }],
      ['/api/v1/users', { login: 'formula', name: bad.slice(0, 60) }],
    ];
    for (const [url, body] of asked) {
      const { status, text } = await system.send('POST', url, body);
      expect([url, status]).toEqual([url, 400]);
      expect(text).toContain('名称不能以');
    }
    expect(await organisation()).toBe(before);
  });

  test('malformed JSON, a wrong type, too much, a NUL', async () => {
    const raw = (payload: string | Buffer, type: string) => () => {
      const headers = { 'content-type': type };
      return server.request({ method: 'POST', url: '/api/v1/session', headers, payload });
    };
    await refusedWithoutTrace(raw('{"login": ', 'application/json'), 400);
    await refusedWithoutTrace(
      raw('{"__proto__": {"x": 1}, "login": "a", "password": "b"}', 'application/json'),
      400,
    );
    await refusedWithoutTrace(raw('login=a', 'application/x-www-form-urlencoded'), 415);
    await refusedWithoutTrace(raw('login', 'text/plain'), 415);
    await refusedWithoutTrace(raw('<x/>', 'application/xml'), 415);
    const big = { content: { ...exampleBook(), otherNotes: 'x'.repeat(1_100_000) } };
    await refusedWithoutTrace(() => clerk.send('PUT', `${filing}/book`, big, { 'if-match': '"1"' }), 413);
    const long = { login: 'a', password: 'x'.repeat(10_000) };
    const tooLong = await server.request({ method: 'POST', url: '/api/v1/session', payload: long });
    expect([tooLong.status, tooLong.body.title]).toEqual([413, '内容太大，最多 8 KB。']);
    await refusedWithoutTrace(
      () => clerk.upload('/api/v1/files?name=a.txt', Buffer.alloc(1_100_000, 49)),
      413,
    );
    const nul = { content: { ...exampleBook(), otherNotes: 'a\u0000b' } };
    await refusedWithoutTrace(() => clerk.send('PUT', `${filing}/book`, nul, { 'if-match': '"1"' }), 400);
    await refusedWithoutTrace(() => clerk.send('POST', `${filing}/comments`, { body: '\u0000' }), 400);
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const headers = { ...clerk.headers, 'content-type': 'application/json' };
    const nested = await server.request({
      method: 'POST',
      url: `${filing}/comments`,
      headers,
      payload: deep,
    });
    expect([nested.status, nested.body.code]).toEqual([400, 'tooDeep']);
  });

  test('a file that is none of the kinds that are read', async () => {
    const upload = (content: Buffer) => () => clerk.upload('/api/v1/files?name=budget.pdf', content);
    await refusedWithoutTrace(upload(Buffer.from('MZ\u0000\u0001\u0002')), 422);
    await refusedWithoutTrace(upload(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3])), 422);
    await refusedWithoutTrace(upload(Buffer.alloc(0)), 415, 422, 400);
  });
});

describe('sessions', () => {
  test('a changing request needs the token of the session, and comes from here', async () => {
    const who = await server.person('careful', [
      { role: 'preparer', region: server.place.region, department: null, unit: null },
    ]);
    const wrong = await who.send('POST', `${filing}/comments`, { body: 'x' }, { 'x-csrf-token': 'guess' });
    expect([wrong.status, wrong.body.code]).toEqual([403, 'wrongCsrf']);
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      const { body } = await who.send('POST', `${filing}/comments`, { body: 'x' }, headers);
      expect(body.code).toBe('crossSite');
    }
  });

  test('the cookie is out of reach of scripts and of other sites', async () => {
    await server.person('biscuit', []);
    const payload = { login: 'biscuit', password: testPassword };
    const { headers } = await server.request({ method: 'POST', url: '/api/v1/session', payload });
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
  });

  test('repeated mistakes lock the account; the security administrator unlocks it', async () => {
    const { id } = await server.person('hasty', []);
    const attempt = (password: string) =>
      server.request({ method: 'POST', url: '/api/v1/session', payload: { login: 'hasty', password } });
    expect((await attempt('x')).body.code).toBe('wrongCredentials');
    await attempt('y');
    expect((await attempt('z')).body.code).toBe('locked');
    expect((await attempt(testPassword)).body.code).toBe('locked');
    const security = await server.withRole('securityAdministrator');
    expect((await security.send('POST', `/api/v1/users/${id}/unlock`)).status).toBe(204);
    expect((await attempt(testPassword)).status).toBe(200);
  });

  test('who locks an account from elsewhere does not keep its owner out, and learns no names', async () => {
    await server.person('owner', []);
    const attempt = (login: string, password: string, cookie = '') =>
      server.request({
        ...{ method: 'POST', url: '/api/v1/session', payload: { login, password } },
        headers: { cookie },
      });
    const signedIn = await attempt('owner', testPassword);
    const cookie = /mingsuan_browser=[^;]+/.exec(String(signedIn.headers['set-cookie']))?.[0] ?? '';
    expect(String(signedIn.headers['set-cookie'])).toMatch(/mingsuan_browser=[^,]*HttpOnly; SameSite=Strict/);
    const codes: Record<string, string[]> = { owner: [], ghost: [] };
    for (const login of ['owner', 'ghost']) {
      for (const password of ['x', 'y', 'z', 'x']) codes[login]?.push((await attempt(login, password)).text);
    }
    expect(codes['owner']).toEqual(codes['ghost']);
    expect((await attempt('owner', testPassword)).body.code).toBe('locked');
    expect((await attempt('owner', testPassword, cookie)).status).toBe(200);
    // The lock goes on for strangers; the known browser has as many tries as any.
    expect((await attempt('owner', testPassword)).body.code).toBe('locked');
    for (const password of ['x', 'y']) {
      expect((await attempt('owner', password, cookie)).body.code).toBe('wrongCredentials');
    }
    expect((await attempt('owner', 'z', cookie)).body.code).toBe('locked');
    expect((await attempt('owner', testPassword, cookie)).body.code).toBe('locked');
  });

  test('signing in again ends the browser’s former session', async () => {
    const who = await server.person('again', []);
    const payload = { login: 'again', password: testPassword };
    await server.request({ method: 'POST', url: '/api/v1/session', payload, headers: { ...who.headers } });
    expect((await who.get('/api/v1/session')).status).toBe(401);
  });

  test('a session that was used in the future does not outlive a clock that was set back', async () => {
    const who = await server.person('future', []);
    await server.store.pool.query(
      `update sessions set seen_at = now() + interval '1 day' where user_id = $1`,
      [who.id],
    );
    expect((await who.get('/api/v1/session')).status).toBe(401);
  });

  test('the last administrator of a kind can neither be disabled nor lose the role', async () => {
    const { region } = server.place;
    const security = await server.person('only-security', [
      { role: 'securityAdministrator', region: null, department: null, unit: null },
    ]);
    await server.store.pool.query(
      `update users set disabled = true where id <> $1 and id in (
         select user_id from grants where role = 'securityAdministrator')`,
      [security.id],
    );
    const grants = (await security.get(`/api/v1/grants?user=${security.id}`)).body.items;
    const refused = await security.send('DELETE', `/api/v1/grants/${grants[0]?.id ?? ''}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'lastAdministrator']);
    const system = await server.person('systems', [
      { role: 'systemAdministrator', region: null, department: null, unit: null },
    ]);
    const change = { name: '安全', disabled: true, version: 1 };
    const kept = await system.send('PUT', `/api/v1/users/${security.id}`, change);
    expect([kept.status, kept.body.code]).toEqual([409, 'lastAdministrator']);
    const clerkToo = await server.person('leaving', [
      { role: 'preparer', region, department: null, unit: null },
    ]);
    expect((await system.send('PUT', `/api/v1/users/${clerkToo.id}`, change)).status).toBe(200);
  });

  test('a session ends when it is not used, and when the password changes', async () => {
    const who = await server.person('idle', []);
    expect((await who.get('/api/v1/session')).status).toBe(200);
    await server.store.pool.query(
      `update sessions set seen_at = now() - interval '31 minutes' where user_id = $1`,
      [who.id],
    );
    expect((await who.get('/api/v1/session')).status).toBe(401);
    const again = await server.person('changing', []);
    const body = { current: testPassword, next: 'Another-Horse-8' };
    expect((await again.send('PUT', '/api/v1/session/password', body)).status).toBe(200);
    expect((await again.get('/api/v1/session')).status).toBe(401);
  });

  const weak = ['short1A!', 'alllowercase', 'Password1234', 'Aa1!Aa1!weak-login', 'aaaaaaaaA1!'];
  test.each(weak)('the password %s will not do', async (next) => {
    const who = await server.person(`weak-login${weak.indexOf(next)}`, []);
    const shown = next.replace('weak-login', `weak-login${weak.indexOf(next)}`);
    const answer = await who.send('PUT', '/api/v1/session/password', { current: testPassword, next: shown });
    expect(answer.body.code).toBe('weakPassword');
  });

  test('an initial password must be changed before anything else', async () => {
    const system = await server.withRole('systemAdministrator');
    const made = await system.send('POST', '/api/v1/users', { login: 'novice', name: '新人' });
    expect(made.status).toBe(201);
    const payload = { login: 'novice', password: made.body.password };
    const signedIn = await server.request({ method: 'POST', url: '/api/v1/session', payload });
    expect(signedIn.body).toMatchObject({ mustChangePassword: true });
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
    const refused = await server.request({ method: 'GET', url: '/api/v1/regions', headers: { cookie } });
    expect(refused.body.code).toBe('passwordMustChange');
  });

  test('a token acts for its user without a session and cannot make others', async () => {
    const made = await clerk.send('POST', '/api/v1/tokens', { name: '汇总程序' });
    const headers = { authorization: `Bearer ${made.body.secret}` };
    expect((await server.request({ method: 'GET', url: filing, headers })).status).toBe(200);
    const payload = { name: 'another' };
    const refused = await server.request({ method: 'POST', url: '/api/v1/tokens', headers, payload });
    expect(refused.status).toBe(403);
    expect((await clerk.send('DELETE', `/api/v1/tokens/${made.body.id}`)).status).toBe(204);
    expect((await server.request({ method: 'GET', url: filing, headers })).status).toBe(401);
  });

  test('refusals are problem details in the language of the reader', async () => {
    const zh = await server.request({ method: 'GET', url: '/api/v1/session' });
    const en = await server.request({
      method: 'GET',
      url: '/api/v1/session',
      headers: { 'accept-language': 'en-GB,en' },
    });
    expect(zh.headers['content-type']).toContain('application/problem+json');
    expect([zh.body.title, en.body.title]).toEqual(['请先登录。', 'Sign in first.']);
  });
});
