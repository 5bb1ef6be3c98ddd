/** Words that many projects' names have and that say nothing of what they do. */
const common =
  /(?:20)?\d{2}年度?|第[一二三四五六七八九十\d]+[批期]|[（(〔【[][^）)〕】\]]*[）)〕】\]]|\d+号|关于|项目|工程|建设|资金|经费|补助|专项|工作|预算|安排|中央|省级|市级|区级|县级|上级|本级|财政|支出|[a-zA-Z0-9.,，。、\-—《》“”]+/g;

/** What to look for to find projects like this one: the telling pieces of its name, the longest first, then their beginnings and ends. */
export function similarWords(name: string): readonly string[] {
  const pieces = name
    .replace(common, ' ')
    .split(/\s+/)
    .filter((piece) => piece.length >= 2);
  const longest = [...pieces].sort((a, b) => b.length - a.length).slice(0, 2);
  const halves = longest
    .filter((piece) => piece.length >= 4)
    .flatMap((piece) => [piece.slice(-4), piece.slice(0, 4), piece.slice(-2)]);
  return [...new Set([...longest, ...halves])].slice(0, 6);
}
