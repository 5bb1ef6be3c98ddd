import type { Language } from '../../model/language.ts';
import type { Filing } from '../../store/filings.ts';
import { filingStateWords } from '../../model/words/filingStates.ts';

interface ProblemWords {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

/** Every refusal of the API: what happened and what to do. {0} {1} are filled in. */
const problems = {
  badRequest: {
    status: 400,
    zh: '请求的内容不对：{0}',
    en: 'The request is wrong: {0}',
  },
  badAddress: {
    status: 400,
    zh: '地址写得不对：“%”后面要有两位十六进制数，合起来是 UTF-8 的文字。',
    en: 'The address is wrong: each “%” needs two hexadecimal digits, and together they must be UTF-8.',
  },
  notSignedIn: { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  wrongCredentials: {
    status: 401,
    zh: '用户名或密码不对。请核对后再试；连续输错会暂时锁定账号。',
    en: 'The name or the password is wrong. Repeated mistakes lock the account for a time.',
  },
  locked: {
    status: 423,
    zh: '账号因连续输错密码已锁定，请 {0} 分钟后再试，或请安全管理员解锁。',
    en: 'The account is locked after repeated mistakes. Try again in {0} minutes, or ask the security administrator.',
  },
  passwordMustChange: {
    status: 403,
    zh: '请先修改初始密码。',
    en: 'Change the initial password first.',
  },
  weakPassword: { status: 422, zh: '这个密码不合要求：{0}', en: 'This password will not do: {0}' },
  wrongCsrf: {
    status: 403,
    zh: '请求缺少本次登录的校验码。请刷新页面再试。',
    en: 'The request lacks the token of this session. Reload the page.',
  },
  crossSite: {
    status: 403,
    zh: '不接受由其他网站发起的操作。',
    en: 'Requests from another site are not accepted.',
  },
  notAllowed: {
    status: 403,
    zh: '您的角色不能做这一步。请联系安全管理员核对授权。',
    en: 'Your roles do not allow this. Ask the security administrator.',
  },
  samePerson: {
    status: 403,
    zh: '送审的人不能审核、批复或公开自己送的材料，请由另一位办理。',
    en: 'Who submitted cannot review, approve or publish the same; another person must.',
  },
  sameReviewer: {
    status: 403,
    zh: '复审不能由初审的人做，请由另一位财政审核人办理。',
    en: 'Who reviewed first cannot review again; another finance reviewer must.',
  },
  notFound: { status: 404, zh: '没有找到所要的内容。', en: 'There is no such thing.' },
  exists: { status: 409, zh: '已经有了：{0}', en: 'It is there already: {0}' },
  inUse: {
    status: 409,
    zh: '“{0}”正在使用，不能去掉。',
    en: '“{0}” is in use and cannot be taken out.',
  },
  rolesExclude: {
    status: 409,
    zh: '系统、安全、审计管理员互不兼任，也不参与预算业务；请先收回此人的其他角色。',
    en: 'The three administrators exclude each other and take no part in the budget work; revoke the other roles first.',
  },
  lastAdministrator: {
    status: 409,
    zh: '这是最后一个能登录的同类管理员，不能停用或收回；请先给另一个账号授权。',
    en: 'This is the last administrator of the kind who can sign in; give the role to another account first.',
  },
  stateChanged: {
    status: 409,
    zh: '这份材料刚刚有了变化，请刷新后再操作。',
    en: 'This was changed a moment ago. Reload and try again.',
  },
  wrongState: {
    status: 409,
    zh: '材料现在处于“{0}”，不能做这一步。',
    en: 'The filing is in “{0}”; this step is not possible.',
  },
  bookProblems: {
    status: 409,
    zh: '预算簿还有 {0} 处要改正，请改好再送审。',
    en: 'The book has {0} places to put right first.',
  },
  noDisclosure: {
    status: 409,
    zh: '还没有与当前预算簿一致的公开文本，请先生成或上传。',
    en: 'There is no disclosure of the current book yet; compose or upload it first.',
  },
  openErrors: {
    status: 409,
    zh: '公开文本还有 {0} 处错误没有改正，也没有经审核人豁免，不能进行这一步。',
    en: 'The disclosure has {0} errors that are neither corrected nor waived by a reviewer.',
  },
  unitsPending: {
    status: 409,
    zh: '还有 {0} 个所属单位的材料没有审核汇总。',
    en: '{0} units of the department have not been collected yet.',
  },
  departmentPending: {
    status: 409,
    zh: '部门预算还没有批复，不能批复所属单位。',
    en: "The department's budget is not approved yet.",
  },
  commentNeeded: {
    status: 422,
    zh: '请写明理由，方便对方改正。',
    en: 'Give the reason, so that it can be put right.',
  },
  versionNeeded: {
    status: 428,
    zh: '请求没有说明改的是哪一版（If-Match）。',
    en: 'The request does not say which version it changes (If-Match).',
  },
  versionPassed: {
    status: 412,
    zh: '在您修改期间，别人已保存了第 {0} 版。请合并后再保存。',
    en: 'Version {0} was saved meanwhile. Merge before saving.',
  },
  tooLarge: { status: 413, zh: '内容太大，最多 {0}。', en: 'Too large: at most {0}.' },
  notJson: {
    status: 400,
    zh: '请求的内容不是正确的 JSON。',
    en: 'The body is not valid JSON.',
  },
  emptyBody: { status: 400, zh: '请求没有内容。', en: 'The request has no body.' },
  tooDeep: {
    status: 400,
    zh: '请求的内容层次太多，最多 {0} 层。',
    en: 'The body is nested too deeply: at most {0} levels.',
  },
  unkeepable: {
    status: 400,
    zh: '请求里有不能保存的字符（如 NUL），请去掉后再试。',
    en: 'The request has characters that cannot be kept (such as NUL); take them out.',
  },
  notBytes: {
    status: 415,
    zh: '文件要以 application/octet-stream 作为请求的内容上传。',
    en: 'Send the file as the body of the request, as application/octet-stream.',
  },
  nothingToRead: {
    status: 422,
    zh: '压缩包里没有能读的文件。{0}',
    en: 'No file of the archive can be read. {0}',
  },
  notHttp: { status: 400, zh: '这不是程序能懂的请求。', en: 'This is no request that can be understood.' },
  tooSlow: {
    status: 408,
    zh: '请求没有在规定的时间内发完，连接已断开。请检查网络后再试。',
    en: 'The request did not arrive in time. Check the network and try again.',
  },
  headersTooLarge: {
    status: 431,
    zh: '请求的地址或头太长。请清除本站的 cookie 后再试。',
    en: "The request's address or headers are too long. Clear this site's cookies and try again.",
  },
  wrongType: {
    status: 415,
    zh: '不接受这种类型的内容：{0}',
    en: 'This type of content is not accepted: {0}',
  },
  unreadableFile: { status: 422, zh: '这个文件不能用：{0}', en: 'This file cannot be used: {0}' },
  tooMany: {
    status: 429,
    zh: '请求太频繁，请 {0} 秒后再试。',
    en: 'Too many requests. Try again in {0} seconds.',
  },
  fault: {
    status: 500,
    zh: '程序出错，操作没有完成。请记下编号 {0} 告诉管理员。',
    en: 'The program failed; nothing was done. Tell the administrator the number {0}.',
  },
  diskFull: {
    status: 507,
    zh: '服务器的磁盘满了，没有保存。请告诉系统管理员腾出空间，然后再试一次；已经保存的都在。',
    en: 'The disk of the server is full; nothing was saved. Tell the system administrator, then try again. What was saved is there.',
  },
  busy: {
    status: 503,
    zh: '系统正忙，请稍后再试。',
    en: 'The system is busy. Try again in a moment.',
  },
} as const satisfies Record<string, ProblemWords>;

export type ProblemCode = keyof typeof problems;

/** A refusal that ends a request; expected, unlike every other exception. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly params: readonly (string | number)[];
  /** Members that the problem's document has besides (RFC 9457, 3.2). */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(
    code: ProblemCode,
    params: readonly (string | number)[] = [],
    extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'ApiProblem';
    this.code = code;
    this.params = params;
    this.extensions = extensions;
  }
}

/** A step that is not possible where the filing stands. */
export function wrongState({ state }: Pick<Filing, 'state'>): ApiProblem {
  const { zh, en } = filingStateWords[state];
  return new ApiProblem('wrongState', [zh], { state, stateName: { zh, en } });
}

export function problemStatus(code: ProblemCode): number {
  return problems[code].status;
}

/** Codes of the framework, of PostgreSQL (SQLSTATE) and of the system. */
const knownFaults: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_BAD_URL: 'badAddress',
  FST_ERR_CTP_INVALID_JSON_BODY: 'notJson',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'emptyBody',
  // A NUL or a broken character, which PostgreSQL does not keep.
  '22P05': 'unkeepable',
  '22021': 'unkeepable',
  '53100': 'diskFull',
  ENOSPC: 'diskFull',
};

/** What a fault of the framework, the database or the system is to the reader; null: of the program. */
export function knownFault(error: unknown): ProblemCode | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return knownFaults[code] ?? null;
}

/** What happened and what to do, in one or two sentences. */
export function problemWords({ code, params }: ApiProblem, language: Language): string {
  return problems[code][language].replace(/\{(\d)\}/g, (_, i: string) => String(params[Number(i)] ?? ''));
}

/** Problem details by RFC 9457 in the reader's language. */
export function problemDocument(problem: ApiProblem, language: Language): Readonly<Record<string, unknown>> {
  const { code, extensions } = problem;
  const title = problemWords(problem, language);
  return { type: `urn:mingsuan:problem:${code}`, code, status: problems[code].status, title, ...extensions };
}

/** Chinese unless English is asked for: `?lang=en`, else the browser's first language. */
export function languageOf(query: unknown, accepted: string | undefined): Language {
  const wanted =
    typeof query === 'object' && query !== null && 'lang' in query ? String(query.lang) : undefined;
  if (wanted === 'en' || wanted === 'zh') return wanted;
  return /^\s*en\b/i.test(accepted ?? '') ? 'en' : 'zh';
}
