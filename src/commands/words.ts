import type { Language } from '../model/language.ts';
import { bookSentences } from './bookWords.ts';

type Sentence = Readonly<Record<Language, string>>;

/** What the command says outside reports. {0} {1} are filled in. */
const sentences = {
  ...bookSentences,
  description: {
    zh: '明算：部门预算的审核、编制、公开与查阅。',
    en: "Check, compose, publish and explore China's departmental budgets.",
  },
  lang: { zh: '语言：zh 或 en', en: 'language: zh or en' },
  version: { zh: '显示版本', en: 'show the version' },
  help: { zh: '显示用法', en: 'show how to use it' },
  helpCommand: { zh: '显示某个命令的用法', en: 'show how to use a command' },
  check: {
    zh: '审核公开文本：哪些数对，哪些数错，应为多少',
    en: 'check disclosures: what is right, what is wrong, what it should be',
  },
  checkPaths: { zh: '文件或目录', en: 'files or directories' },
  checkFormat: {
    zh: '报告格式：text、json、html、xlsx、sarif',
    en: 'report format: text, json, html, xlsx, sarif',
  },
  out: { zh: '把结果写入文件', en: 'write the result to a file' },
  annotate: { zh: '另存带批注的副本到目录', en: 'write annotated copies to a directory' },
  previous: { zh: '上年的公开文本', en: "last year's disclosure" },
  rule: {
    zh: '规则的说明：查什么、示例、依据、怎样改；不写名称时列出全部规则',
    en: 'the page of a rule: what it finds, an example, authority, remedy; all rules where none is named',
  },
  ruleNames: {
    zh: '规则，如 table.across；也可以是一类，如 table.*',
    en: 'rules, as table.across, or a family, as table.*',
  },
  ruleOut: {
    zh: '写入文件；以 .html 结尾的，写成一张网页',
    en: 'write to a file; one that ends with .html is a web page',
  },
  ruleUnknown: { zh: '没有规则“{0}”{1}', en: 'There is no rule "{0}"{1}' },
  ruleMeant: { zh: '，是不是想写“{0}”？', en: '; did you mean "{0}"?' },
  ruleList: { zh: '。用 mingsuan rule 列出全部规则。', en: '. `mingsuan rule` lists all rules.' },
  writtenPages: { zh: '规则说明已写入 {0}', en: 'The rules are told in {0}' },
  together: { zh: '这些文件合起来是一份公开文本', en: 'the files are one disclosure' },
  acrossTogether: {
    zh: '--together 是一份文本，--across 是多份文本之间的核对，不能同时用。',
    en: '--together makes one disclosure of the files, --across compares several: they cannot be used at once.',
  },
  across: {
    zh: '核对文件之间的关系：部门与单位、决算与预算、全县与部门',
    en: 'check relations between documents: department and units, accounts and budget, county and departments',
  },
  config: { zh: '配置文件', en: 'configuration file' },
  failOn: {
    zh: '出现何种问题时以 1 退出：error、warning、never',
    en: 'what makes the exit code 1: error, warning, never',
  },
  read: { zh: '把公开文本读成数据', en: 'read a disclosure as data' },
  readPath: { zh: '文件', en: 'file' },
  readFormat: { zh: '格式：json、xlsx', en: 'format: json, xlsx' },
  write: {
    zh: '由预算簿编出公开文本，审核无误后写出',
    en: 'compose the disclosure of a book, check it and write it',
  },
  writePath: { zh: '预算簿（xlsx 或 JSON）', en: 'the book (xlsx or JSON)' },
  writeOut: { zh: '写出文件的目录', en: 'directory for the files' },
  writeForm: { zh: '表样：shanxi-13、national-9、shanghai-9', en: 'form: shanxi-13, national-9, shanghai-9' },
  writeTo: {
    zh: '文件格式，用逗号隔开：docx、xlsx、pdf、html、datapackage（开放数据）、txt',
    en: 'file formats, separated by commas: docx, xlsx, pdf, html, datapackage (open data), txt',
  },
  draft: {
    zh: '有问题也写出，每页标明草稿',
    en: 'write it in spite of problems, marked as a draft on every page',
  },
  writing: { zh: '正在写出 {0} …', en: 'Writing {0} …' },
  draftProblems: {
    zh: '预算簿有 {0} 处要改正，写出的是草稿：',
    en: 'The book has {0} places to put right; a draft is written:',
  },
  noDraft: {
    zh: '预算簿有 {0} 处要改正，填写不全，写不出草稿：',
    en: 'The book has {0} places to put right and is not complete enough for a draft:',
  },
  draftFindings: {
    zh: '编出的公开文本有 {0} 处问题，写出的是草稿：',
    en: 'The composed disclosure has {0} findings; a draft is written:',
  },
  missingCharacters: {
    zh: '这些字没有字形，在 PDF 中印作〓：{0}',
    en: 'The PDF has no type for these characters and prints 〓: {0}',
  },
  noForm: { zh: '没有可以编制的表样“{0}”。', en: 'There is no form “{0}” to compose.' },
  notJson: { zh: '{0} 不是 JSON 文件：{1}', en: '{0} is no JSON file: {1}' },
  cannotRead: { zh: '读不到 {0}（{1}）', en: 'Cannot read {0} ({1})' },
  bookProblems: {
    zh: '预算簿有 {0} 处要改正，没有写出文件：',
    en: 'The book has {0} places to put right; nothing was written:',
  },
  composedFindings: {
    zh: '编出的公开文本有 {0} 处问题，没有写出文件：',
    en: 'The composed disclosure has {0} findings; nothing was written:',
  },
  writtenDisclosure: { zh: '公开文本已写入 {0}', en: 'The disclosure is in {0}' },
  serve: {
    zh: '启动整个系统：填报、审核、公开、查阅',
    en: 'run the whole system: preparing, reviewing, publishing, exploring',
  },
  servePort: { zh: '端口', en: 'port' },
  serveHost: { zh: '监听地址；0.0.0.0 表示本机所有网卡', en: 'address to listen on; 0.0.0.0 for all' },
  serveData: { zh: '数据目录', en: 'data directory' },
  serveProxy: {
    zh: '前面有处理 TLS 的反向代理，相信它的请求头',
    en: 'a proxy in front ends TLS; its headers are believed',
  },
  serveRate: {
    zh: '公开页面每个地址每分钟的请求数；0 不限',
    en: 'requests to public pages by one address in a minute; 0: no limit',
  },
  serveOpen: {
    zh: '启动后在浏览器里打开工作台；端口被占用时另用空闲的',
    en: 'open the workbench in the browser; where the port is taken, use a free one',
  },
  serveLog: { zh: '日志级别：info、warn、error', en: 'log level: info, warn, error' },
  backup: {
    zh: '备份全部数据到一个新目录，可在系统运行时进行',
    en: 'back everything up into a new directory',
  },
  restore: { zh: '把备份恢复到空的数据目录', en: 'restore a backup into an empty data directory' },
  backupDir: { zh: '备份目录', en: 'directory of the backup' },
  audit: { zh: '审计日志', en: 'the audit log' },
  auditVerify: { zh: '验证审计日志没有被改动', en: 'verify that the audit log was not changed' },
  backupExists: {
    zh: '{0} 已经存在，没有备份。请另选一个目录名。',
    en: '{0} exists; nothing was backed up. Choose another name.',
  },
  backedUp: {
    zh: '已备份到 {0}：{1} 行；审计日志 {2} 条，末条哈希 {3}（请抄存别处，可证明日志未被截短）',
    en: 'Backed up to {0}: {1} rows; {2} audit entries, last hash {3} (keep it elsewhere: it proves that nothing was cut off)',
  },
  backupVerify: { zh: '核对备份的每个文件都完好', en: 'verify that every file of a backup is sound' },
  backupSound: {
    zh: '备份 {0} 完好：{1} 行；审计日志 {2} 条，末条哈希 {3}；{4} 做的。请与备份时抄下的哈希核对。',
    en: 'The backup {0} is sound: {1} rows; {2} audit entries, last hash {3}; made at {4}. Compare the hash with the one noted at the backup.',
  },
  backupNotSound: {
    zh: '备份不完整或被改动过：{0}。不能用它恢复，请另做一份。',
    en: 'The backup is not whole or was changed: {0}. It cannot be restored; make another one.',
  },
  password: {
    zh: '给一个账号新的初始密码（管理员都登录不了时，在本机用）',
    en: 'give an account a new password to begin with (on this machine, when no administrator can sign in)',
  },
  passwordLogin: { zh: '用户名', en: 'name of the user' },
  newPassword: {
    zh: '{0} 的新初始密码（只显示这一次，首次登录必须修改）：{1}',
    en: 'New password of {0} (shown only now, must be changed at the first login): {1}',
  },
  noSuchLogin: { zh: '没有用户“{0}”。', en: 'There is no user “{0}”.' },
  accountDisabled: {
    zh: '这个账号已停用，要由系统管理员启用后才能登录。',
    en: 'The account is disabled; the system administrator must enable it first.',
  },
  restored: {
    zh: '已恢复；审计日志 {0} 条，验证无误，末条哈希 {1}',
    en: 'Restored; {0} audit entries verified, last hash {1}',
  },
  restoredBroken: {
    zh: '数据已恢复，但审计日志验证没有通过（{0} 条，末条哈希 {1}）。请与备份时记下的哈希核对。',
    en: 'Restored, but the audit log does not verify ({0} entries, last hash {1}). Compare with the hash noted at the backup.',
  },
  auditSound: {
    zh: '审计日志完好：{0} 条，末条哈希 {1}',
    en: 'The audit log is sound: {0} entries, last hash {1}',
  },
  auditMissing: { zh: '审计日志缺少第 {0} 条：有记录被删除。', en: 'Entry {0} of the audit log is missing.' },
  auditAltered: {
    zh: '审计日志第 {0} 条与哈希不符：记录被改动过。',
    en: 'Entry {0} of the audit log does not fit its hash: it was altered.',
  },
  noData: {
    zh: '没有数据目录 {0}。请用 --data 指明。',
    en: 'There is no data directory {0}. Name it with --data.',
  },
  noBackup: { zh: '找不到备份：没有 {0}。', en: 'There is no backup: {0} is missing.' },
  backupDamaged: {
    zh: '备份损坏或被改动过：{0}。没有恢复任何内容。',
    en: 'The backup is damaged or was changed: {0}. Nothing was restored.',
  },
  backupNewer: {
    zh: '备份是更新版本的明算做的（{0}）。没有恢复任何内容，请升级程序后再恢复。',
    en: 'The backup was made by a newer version ({0}). Nothing was restored; upgrade the program first.',
  },
  storeNotEmpty: {
    zh: '目标里已经有数据，没有恢复。请恢复到空的数据目录或数据库。',
    en: 'There is data already; nothing was restored. Restore into an empty directory or database.',
  },
  demoSystem: { zh: '启动系统并载入示例', en: 'run the system with the example loaded' },
  serving: {
    zh: '明算已启动（按 Ctrl-C 停止）\n  公开查阅：{0}\n  工作台：  {0}app/',
    en: 'Mingsuan is running (Ctrl-C ends it)\n  portal:    {0}\n  workbench: {0}app/',
  },
  firstAccounts: {
    zh: '已建立三个管理员账号，初始密码只显示这一次，首次登录必须修改：',
    en: 'Three administrators were made. The passwords are shown only now and must be changed at the first login:',
  },
  demoLogins: {
    zh: '工作台登录用户（密码都是 {0}）：',
    en: 'Users of the workbench (all with the password {0}):',
  },
  rolePreparer: { zh: '填报人', en: 'preparer' },
  roleUnitHead: { zh: '单位负责人', en: 'head of the unit' },
  roleDepartmentReviewer: { zh: '部门审核人', en: "department's reviewer" },
  roleFinanceReviewer: { zh: '财政审核人', en: "finance bureau's reviewer" },
  roleApprover: { zh: '批复人', en: 'approver' },
  rolePublisher: { zh: '发布人', en: 'publisher' },
  roleSystemAdministrator: { zh: '系统管理员', en: 'system administrator' },
  roleSecurityAdministrator: { zh: '安全管理员', en: 'security administrator' },
  roleAuditAdministrator: { zh: '审计管理员', en: 'audit administrator' },
  stopping: { zh: '正在停止……', en: 'Stopping …' },
  wrongPort: {
    zh: '端口“{0}”不对，请写 0 到 65535 的整数。',
    en: 'The port “{0}” is no number from 0 to 65535.',
  },
  portTaken: {
    zh: '端口 {0} 已被占用。请停止占用它的程序，或用 --port 另选端口。',
    en: 'Port {0} is taken. Stop the program that uses it, or choose another with --port.',
  },
  noAddress: {
    zh: '无法在 {0} 端口 {1} 上监听。请检查 --host 和 --port。',
    en: 'Cannot listen on {0} port {1}. Check --host and --port.',
  },
  diff: {
    zh: '比较两份公开文本或两本预算簿：金额、项目、绩效指标、文字',
    en: 'what changed between two disclosures or two books: amounts, projects, indicators, texts',
  },
  diffOld: { zh: '原来的公开文本或预算簿', en: 'the old disclosure or book' },
  diffNew: { zh: '新的公开文本或预算簿', en: 'the new disclosure or book' },
  diffFormat: { zh: '格式：text、json、html', en: 'format: text, json, html' },
  unreadableBook: {
    zh: '{0} 不是完整的预算簿，无法比较（{1} 处要改正）：',
    en: '{0} is no complete book and cannot be compared ({1} places to put right):',
  },
  demo: { zh: '审核随包附带的示例，并写出报告', en: 'check the example in the package and write the report' },
  demoOut: { zh: '写出报告的目录', en: 'directory for the report' },
  notYet: {
    zh: '这个版本还没有 {0}，因此没有执行。请去掉它再试。',
    en: 'This version does not have {0} yet, so nothing was done. Leave it out and try again.',
  },
  unknownOption: {
    zh: '没有 {0} 这个选项。运行 mingsuan --help 查看用法。',
    en: 'There is no option {0}. See mingsuan --help.',
  },
  unknownCommand: {
    zh: '没有 {0} 这个命令。运行 mingsuan --help 查看用法。',
    en: 'There is no command {0}. See mingsuan --help.',
  },
  missingArgument: {
    zh: '没有说明要处理哪个文件。运行 mingsuan --help 查看用法。',
    en: 'No file was named. See mingsuan --help.',
  },
  missingValue: {
    zh: '选项 {0} 后面缺少内容。运行 mingsuan --help 查看用法。',
    en: 'The option {0} needs a value. See mingsuan --help.',
  },
  wrongValue: {
    zh: '选项 {0} 的取值“{1}”不在可选范围内：{2}。',
    en: 'The option {0} cannot be "{1}"; choose from {2}.',
  },
  tooMany: { zh: '一次只能处理一个文件。', en: 'Only one file can be read at a time.' },
  wrongUsage: {
    zh: '用法不对：{0}。运行 mingsuan --help 查看用法。',
    en: 'Wrong usage: {0}. See mingsuan --help.',
  },
  nothingFound: {
    zh: '目录里没有可以审核的文件（docx、pdf、xlsx、xls、html、csv、txt）。',
    en: 'The directory holds no file that can be checked (docx, pdf, xlsx, xls, html, csv, txt).',
  },
  configNotFound: {
    zh: '找不到配置文件 {0}。请检查路径。',
    en: 'There is no configuration file {0}. Check the path.',
  },
  configUnreadable: {
    zh: '无法读取配置文件 {0}（{1}）。',
    en: 'The configuration file {0} cannot be read ({1}).',
  },
  configMistake: { zh: '配置文件 {0} 有误：{1}', en: 'The configuration file {0} is wrong: {1}' },
  configUsed: { zh: '采用配置 {0}', en: 'Settings of {0}' },
  exportPortal: {
    zh: '把公开文本导出为可以放到任何网站上的查阅网页',
    en: 'export the portal over disclosures as pages that any web server can send',
  },
  exportOut: { zh: '写出网页的目录', en: 'directory for the pages' },
  exportSite: {
    zh: '目录将来的网址，用于更新订阅和引用',
    en: 'the address that the directory will have: for the feed and for citations',
  },
  exportCounts: {
    zh: '人口等计数的 CSV 文件，用于算人均',
    en: 'a CSV file of population and other counts, for amounts per head',
  },
  countsUnreadable: { zh: '{0}：读不了（{1}）。', en: '{0}: cannot be read ({1}).' },
  countsHead: {
    zh: '{0}：第一行应为“地区,年度,部门,名称,单位,数量,来源”。',
    en: '{0}: the first line must be 地区,年度,部门,名称,单位,数量,来源.',
  },
  countsYear: {
    zh: '{0} 第 {1} 行：年度应为四位数字。',
    en: '{0}, line {1}: the year must have four digits.',
  },
  countsCount: {
    zh: '{0} 第 {1} 行：数量应为不带分隔符的正整数。',
    en: '{0}, line {1}: the count must be a positive integer without separators.',
  },
  countsEmpty: {
    zh: '{0} 第 {1} 行：地区、名称、单位不能空。',
    en: '{0}, line {1}: region, name and unit must not be empty.',
  },
  countsSource: {
    zh: '{0} 第 {1} 行：没有写来源。没有来源的数不能用来算人均。',
    en: '{0}, line {1}: it names no source; a count without source is not used.',
  },
  exportEnglish: { zh: '同时导出英文界面', en: 'export the English pages too' },
  exportNoYear: {
    zh: '{0}：没有写明年度，不能导出。',
    en: '{0}: it names no year and cannot be exported.',
  },
  exportNoDepartment: {
    zh: '{0}：没有写明部门名称，不能导出。',
    en: '{0}: it names no department and cannot be exported.',
  },
  exportNothing: { zh: '没有可以导出的公开文本。', en: 'There is nothing to export.' },
  exported: {
    zh: '{0} 份公开文本导出为 {1} 个文件，在 {2}；打开其中的 index.html 查看。',
    en: '{0} disclosures became {1} files in {2}; open index.html there.',
  },
  needsOut: {
    zh: '请用 --out 说明 {0} 报告写到哪里。',
    en: 'Say with --out where the {0} report goes.',
  },
  written: { zh: '报告已写入 {0}', en: 'The report is in {0}' },
  writtenData: { zh: '数据已写入 {0}', en: 'The data is in {0}' },
  annotated: {
    zh: '带批注的副本已写入 {0}（{1} 处批注）',
    en: 'The annotated copy is in {0} ({1} annotations)',
  },
  nothingToAnnotate: { zh: '{0}：没有需要批注之处', en: '{0}: nothing to annotate' },
  cannotAnnotateFormat: {
    zh: '{0}：只有 docx、pdf、xlsx 能加批注，没有写副本。',
    en: '{0}: only docx, pdf and xlsx can be annotated; no copy was written.',
  },
  cannotAnnotate: {
    zh: '{0}：这个文件的内部结构不允许加批注，没有写副本。',
    en: '{0}: the structure of this file does not allow annotations; no copy was written.',
  },
  cannotWrite: {
    zh: '无法写入 {0}（{1}）。请检查目录是否存在、是否有写入权限。',
    en: '{0} cannot be written ({1}). Check that the directory exists and can be written to.',
  },
  fault: {
    zh: '程序出错（明算 {0}）：{1}。这是程序的缺陷，请把这一行和出错的文件报告给开发者；设置环境变量 MINGSUAN_DEBUG=1 可看到详情。',
    en: 'The program failed (mingsuan {0}): {1}. This is a fault of the program: please report this line with the file; MINGSUAN_DEBUG=1 shows details.',
  },
  faultInFile: {
    zh: '审核时程序出错（明算 {0}）：{1}。这是程序的缺陷，请把这一行和此文件报告给开发者。',
    en: 'The program failed on this file (mingsuan {0}): {1}. This is a fault of the program: please report this line with the file.',
  },
  usageTitle: { zh: '用法：', en: 'Usage:' },
  optionsTitle: { zh: '选项：', en: 'Options:' },
  commandsTitle: { zh: '命令：', en: 'Commands:' },
  argumentsTitle: { zh: '参数：', en: 'Arguments:' },
} as const satisfies Record<string, Sentence>;

export type SentenceKey = keyof typeof sentences;

/** A sentence of the command in the language, with its blanks filled. */
export function say(language: Language, key: SentenceKey, ...values: readonly string[]): string {
  return sentences[key][language].replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
}
