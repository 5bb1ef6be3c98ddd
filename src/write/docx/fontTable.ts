import { typefaces } from './styles.ts';

/** What a program may use where a face is not installed: another name of it, and its kind. */
const substitutes: Readonly<Record<keyof typeof typefaces, readonly [alternative: string, family: string]>> =
  {
    title: ['FZXiaoBiaoSong-B05S', 'roman'],
    heading: ['SimHei', 'swiss'],
    subheading: ['KaiTi', 'script'],
    body: ['FangSong', 'roman'],
    table: ['SimSun', 'roman'],
  };

/** The part of a package that says what its typefaces are like, so that a program can choose a like one (ECMA-376 17.8.3). */
export function fontTable(): string {
  const fonts = (Object.keys(typefaces) as (keyof typeof typefaces)[]).map((name) => {
    const [alternative, family] = substitutes[name];
    return (
      `<w:font w:name="${typefaces[name]}"><w:altName w:val="${alternative}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="auto"/></w:font>`
    );
  });
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${namespace}">${fonts.join('')}</w:fonts>`;
}
