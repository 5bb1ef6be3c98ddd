import type { Language } from '../model/language.ts';

const afterMilliseconds = 1000;
const lineEveryMilliseconds = 5000;

export interface Progress {
  /** The file that is being read, and how many are done. */
  at(file: string, done: number): void;
  end(): void;
}

/**
 * Says on stderr how far a longer run is: one line that changes in a terminal, else a line every few
 * seconds. Nothing is said in the first second. Checking holds the thread, so the time is also looked at
 * before each file.
 */
export function progressOf(
  total: number,
  language: Language,
  stream: NodeJS.WriteStream = process.stderr,
): Progress {
  const state = { file: '', done: 0, shown: false };
  const started = Date.now();
  const every = stream.isTTY ? 200 : lineEveryMilliseconds;
  let due = started + afterMilliseconds;
  const show = (): void => {
    const sentence = sentenceOf(state.file, state.done, total, Date.now() - started, language);
    state.shown = true;
    due = Date.now() + every;
    stream.write(stream.isTTY ? `\r\u001b[2K${fitted(sentence, stream.columns)}` : `${sentence}\n`);
  };
  let timer = setTimeout(function tick() {
    show();
    timer = setTimeout(tick, every).unref();
  }, afterMilliseconds).unref();
  return {
    at(file, done) {
      Object.assign(state, { file, done });
      if (Date.now() >= due) show();
    },
    end() {
      clearTimeout(timer);
      if (stream.isTTY && state.shown) stream.write('\r\u001b[2K');
    },
  };
}

function sentenceOf(file: string, done: number, total: number, elapsed: number, language: Language): string {
  const seconds = Math.round(elapsed / 1000);
  return language === 'zh'
    ? `已检查 ${done}/${total} 份，用时 ${seconds} 秒，正在读取 ${file}`
    : `${done} of ${total} checked, ${seconds} s, reading ${file}`;
}

/** Half the columns in characters: a Chinese character takes two. */
function fitted(sentence: string, columns: number): string {
  const most = Math.max(20, Math.floor((columns || 80) / 2));
  return sentence.length <= most ? sentence : `${sentence.slice(0, most - 1)}…`;
}
