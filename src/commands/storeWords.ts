import type { Language } from '../model/language.ts';
import type { StoreProblem, StoreProblemCode } from '../store/storeProblem.ts';

const sentences: Readonly<Record<StoreProblemCode, Readonly<Record<Language, string>>>> = {
  noBinaries: {
    zh: '这个平台（{0}）没有随包的数据库程序。请安装 PostgreSQL 15 以上，并用环境变量 DATABASE_URL 指明地址。',
    en: 'No database program is packaged for this platform ({0}). Install PostgreSQL 15 or newer and name it by DATABASE_URL.',
  },
  noAccount: {
    zh: '数据库不能以 root 运行，而系统里没有可用的普通用户。请新建用户 mingsuan，或以普通用户启动。',
    en: 'The database refuses to run as root and there is no other user. Add a user “mingsuan”, or start as another user.',
  },
  inUse: {
    zh: '另一个明算进程（{0}）正在使用这个数据目录。请先停止它，或用 --data 另选目录。',
    en: 'Another mingsuan process ({0}) uses this data directory. Stop it, or choose another directory with --data.',
  },
  notReachable: {
    zh: '以 root 启动时，数据库由普通用户运行，而它进不了 {0}。请用 --data 选一个各用户都能进入的目录（如 /var/lib/mingsuan）。',
    en: 'Started by root, the database runs as another user, who cannot enter {0}. Choose a directory with --data that others can enter (such as /var/lib/mingsuan).',
  },
  notWritable: {
    zh: '不能在 {0} 里建立数据目录：没有写的权限、磁盘只读或已满，或者那是一个文件。请换一个目录（--data），或让启动程序的用户能写它。',
    en: 'The data directory {0} cannot be made: no right to write, a read-only or full disk, or a file of that name. Choose another (--data), or let the user who starts the program write there.',
  },
  initFailed: {
    zh: '无法建立数据库：{0}。请检查数据目录所在磁盘的空间和权限。',
    en: 'The database could not be made: {0}. Check the space and the permissions of the data directory.',
  },
  plainPathNeeded: {
    zh: '数据库不能建在 {0}：Windows 上它不认得路径里的中文。请把整个文件夹移到只有英文字母和数字的路径（如 D:\\mingsuan）再启动。',
    en: 'The database cannot be made in {0}: on Windows it does not understand Chinese characters in its path. Move the whole folder to a path of Latin letters and digits (such as D:\\mingsuan).',
  },
  startFailed: {
    zh: '数据库没有启动：{0}。详情见数据目录里的 postgresql/database.log。',
    en: 'The database did not start: {0}. See postgresql/database.log in the data directory.',
  },
  otherMajor: {
    zh: '数据目录是另一个 PostgreSQL 大版本的（{0}）。请用原来的程序 backup，再用现在的程序 restore 到新目录。',
    en: 'The data directory is of another major release of PostgreSQL ({0}). Back up with the former program and restore into a new directory with this one.',
  },
  tooOld: {
    zh: '数据库是 PostgreSQL {0}，需要 15 以上。',
    en: 'The database is PostgreSQL {0}; 15 or newer is needed.',
  },
  notConnected: {
    zh: '连不上 DATABASE_URL 指明的数据库：{0}',
    en: 'The database that DATABASE_URL names cannot be reached: {0}',
  },
  newerSchema: {
    zh: '数据库由更新版本的明算建立（{0}）。请升级程序后再启动。',
    en: 'A newer version of mingsuan made this database ({0}). Update the program.',
  },
  notUtf8: {
    zh: '数据库的字符集是 {0}，需要 UTF8。请用 encoding UTF8 重建数据库。',
    en: 'The encoding of the database is {0}; UTF8 is needed.',
  },
};

/** Why the store could not be opened and what to do, in one sentence. */
export function storeSentence({ code, detail }: StoreProblem, language: Language): string {
  return sentences[code][language].replace('{0}', detail.replace(/\s+/g, ' ').trim());
}
