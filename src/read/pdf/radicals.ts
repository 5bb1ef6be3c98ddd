/**
 * CJK Radicals Supplement (U+2E80 to U+2EF3) and the ideographs they stand for, after Unicode's
 * EquivalentUnifiedIdeograph. Fonts of office suites map glyphs of ordinary characters to these.
 */
const supplement = new Map(
  (
    '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛' +
    '⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶' +
    '⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
  )
    .match(/../gsu)
    ?.map((pair) => [pair.slice(0, 1), pair.slice(1)]) ?? [],
);

const folded = /[\u2e80-\u2fd5\uf900-\ufaff]/g;

/** Text with ordinary ideographs for radicals and compatibility ideographs; all else stays as it is. */
export function foldRadicals(text: string): string {
  return text.replace(folded, (character) => supplement.get(character) ?? character.normalize('NFKC'));
}
