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
    ['收入增加。2030年，甲县水务局支出预算100万元。', '甲县水务局'],
    ['甲县住房与城乡建设局2030年度无政府性基金预算。', '甲县住房与城乡建设局'],
  ])('was copied or misspelt: %s', (sentence, name) => {
    expect(named(sentence, sentence)).toEqual([name]);
  });
});
