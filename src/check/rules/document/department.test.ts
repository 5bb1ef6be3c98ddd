import { describe, expect, it } from 'vitest';
import { observed } from '../disclosureFixture.ts';
import { departmentName } from './department.ts';

const named = (...sentences: readonly string[]): readonly (string | null)[] =>
  observed([departmentName], { department: '甲县住房和城乡建设局', sections: { revenue: sentences } }).map(
    ([, , , reported]) => reported,
  );

describe('a sentence about a department', () => {
  it.each([
    '甲县住房和城乡建设局2030年收入预算100万元。',
    '2030年，县住建局收入预算100万元，比上年增加3万元。',
    '甲县房屋征收中心2030年支出预算100万元。',
    '与甲县财政局2030年批复一致。',
    '我局2030年收入预算100万元。',
    '甲县财政局2030年预算安排本部门资金100万元。',
    '乙市人民政府办公室2030年工作安排已经下达。',
    '截至2029年12月31日，甲县住建局共有车辆2辆。',
    '本部门共有车辆3辆，其中：局本级共有车辆1辆；甲县防汛抗旱指挥部办公室共有车辆2辆。',
    '由甲县水务局建设的甲县水厂位于城北，共有车辆2辆。',
    '甲县水务局和本局联合发文。',
  ])('may say: %s', (sentence) => {
    expect(named(sentence)).toEqual([]);
  });

  it('may name a unit that the section on its organisation names', () => {
    const sections = { revenue: ['甲县水务局2030年收入预算100万元。'] };
    const organisation = ['本部门包括局机关和甲县水务局等二个单位。'];
    const department = '甲县住房和城乡建设局';
    expect(observed([departmentName], { department, sections, organisation })).toEqual([]);
  });

  it.each([
    ['甲县水务局2030年收入预算100万元。', '甲县水务局'],
    ['截至2029年12月31日，甲县水务局共有车辆2辆，其中：其他用车2辆。', '甲县水务局'],
    ['2030年甲县水务局纳入绩效管理的项目3个，共计100万元。', '甲县水务局'],
    ['甲县水务局2029年度预算绩效管理工作开展情况如下：本部门建立了制度。', '甲县水务局'],
    ['2030年甲县水务局（部门）下属1家机关和1家参公事业单位的机关运行经费预算为4万元。', '甲县水务局'],
    ['纳入甲县水务局2030年部门预算编制范围的单位包括以下3个。', '甲县水务局'],
    ['收入增加。2030年，甲县水务局支出预算100万元。', '甲县水务局'],
    ['甲县住房与城乡建设局2030年度无政府性基金预算。', '甲县住房与城乡建设局'],
  ])('was copied or misspelt: %s', (sentence, name) => {
    expect(named(sentence, sentence)).toEqual([name]);
  });
});
