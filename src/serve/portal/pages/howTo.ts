import type { Picture } from '../data/dataset.ts';
import { html, type Html } from '../html.ts';
import type { View } from '../view.ts';

const words: Readonly<Record<Picture, readonly [zh: string, en: string]>> = {
  flow: [
    '带子的宽窄就是钱的多少，左、中、右三列各自相加都等于总额。从左边一种来源顺着带子往右看，能看到它用在哪一类事情上、是维持运转还是办项目。斜线的带子是上年没用完、结转来的钱，不是今年新安排的。点中间的类别看细目；图下的表是同样的数。文件没有写明的去向，标作“表中未列”，不推算。',
    'The width of a band is its amount; each of the three columns adds up to the total. Follow a source from the left to what it pays for and to whether that is running costs or projects. Hatched bands were carried over and are not new money. A class opens its details; the table below holds the same numbers. What the document does not say is marked so, never estimated.',
  ],
  bars: [
    '每一行下面的横条按同一比例画，最长的是最大的一项。负数（冲减、收回）从零线向左画，用另一种颜色。占比是占上一级公布数的比例；各项相加就是上一级。点名称看下一级，点金额看它写在文件的哪里。',
    'The bars of all rows have one scale. Negative amounts go left from the zero line in another colour. Shares are of the published amount one level up. A name opens the next level, an amount its source.',
  ],
  years: [
    '同一口径、同一阶段（预算对预算，决算对决算）各年公布的数，都是当年价格，没有扣除物价变动。没有公布的年份空着，不是零。',
    'Published amounts of one scope and stage by year, nominal. A year that was not published is left out; it is not zero.',
  ],
  changes: [
    '横条是比上年增加或减少的金额：从零线向右是增加，向左是减少，用另一种颜色。两年都是公布的原数，口径和阶段相同，没有扣除物价变动；去年没有的标“新增”，今年没有的标“结束”。原因是部门在说明里写的，没写就标“正文未说明原因”。',
    'The bars are the change on last year: growth goes right from the zero line, cuts go left in another colour. Both years as published, of one scope and stage, nominal. What was not there last year is new, what is gone has ended. Reasons are those of the department; where it gives none, that is said.',
  ],
  comparison: [
    '所有部门用的是同一年度、同一阶段、同一口径的公布数，可以上下比。没有公布这一口径的部门列在下面，不当作零。部门的数含所属单位，不能再与单位的数相加。钱多不等于花得好：先点进部门看它办了哪些项目、定了什么目标。',
    'One year, stage and scope for all. Departments that do not publish the scope are listed below and not taken as zero. A department includes its units. More money is not better work: open a department for its projects and targets.',
  ],
  meter: [
    '横条是文件里全部数的构成：绿色的至少被文件里另一个数证实（相加相等，或别处写着同一个数）；红色的与别处对不上；灰色的没有别的数可以对照，不等于错。',
    'The bar holds all numbers of the document: green ones are confirmed by another number, red ones contradict others, grey ones have nothing to be compared with, which is no mistake.',
  ],
  page: [
    '这是公布的文件这一页的图像。蓝框的数核对无误，红框的与别处矛盾，灰框的无从核对；点框看它与哪些数对照过。',
    'A picture of the published page. Blue frames are verified, red ones contradicted, grey ones not verifiable; a frame opens its comparisons.',
  ],
};

/** How a picture is read, to be opened beside it. */
export function howToRead(picture: Picture, { say }: View): Html {
  return html`<details class="how">
    <summary>${say('怎样看这张图', 'How to read this')}</summary>
    <p class="hint">${say(...words[picture])}</p>
  </details>`;
}
