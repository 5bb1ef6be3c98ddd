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
    zh: '送审的人不能审核自己送的材料，请由另一位审核。',
    en: 'Who submitted cannot review the same; another person must.',
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
  tooLarge: { status: 413, zh: '内容太大，最多 {0} MB。', en: 'Too large: at most {0} MB.' },
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

/** Problem details by RFC 9457 in the reader's language. */
export function problemDocument(problem: ApiProblem, language: Language): Readonly<Record<string, unknown>> {
  const { code, params, extensions } = problem;
  const title = problems[code][language].replace(/\{(\d)\}/g, (_, i: string) =>
    String(params[Number(i)] ?? ''),
  );
  return { type: `urn:mingsuan:problem:${code}`, code, status: problems[code].status, title, ...extensions };
}

/** Chinese unless English is asked for: `?lang=en`, else the browser's first language. */
export function languageOf(query: unknown, accepted: string | undefined): Language {
  const wanted =
    typeof query === 'object' && query !== null && 'lang' in query ? String(query.lang) : undefined;
  if (wanted === 'en' || wanted === 'zh') return wanted;
  return /^\s*en\b/i.test(accepted ?? '') ? 'en' : 'zh';
}
