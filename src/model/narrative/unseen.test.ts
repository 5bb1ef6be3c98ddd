import { describe, expect, it } from 'vitest';
import { lines } from './claimsFixture.ts';

describe('wordings of other provinces', () => {
  it.each([
    [
      'changes',
      '基本支出预算较上年增17.1万元，增幅17.18%。',
      ['change 17.1 increase basic', 'rate 17.18% increase basic change0'],
    ],
    ['threePublic', '公务接待费、公车运行费（“三公”经费）决算总额9万元。', ['amount 9 threePublic']],
    ['threePublic', '与2024年预算基本持平，公务接待费3万元。', ['amount 3 reception']],
    [
      'changes',
      '项目支出较上年（减少）6万元，（减）幅23%。',
      ['change 6 decrease project', 'rate 23% decrease project change0'],
    ],
  ])('%s: %s', (section, text, expected) => {
    expect(lines(section, text)).toEqual(expected);
  });

  it('parts of an earlier year’s amount are of that year', () => {
    expect(
      lines('threePublic', '2024年“三公”经费5万元，其中：公务接待费2万元，公务用车运行维护费3万元。'),
    ).toEqual(
      expect.arrayContaining([
        expect.stringContaining('amount 2 2024 reception'),
        expect.stringContaining('amount 3 2024 vehicleRunning'),
      ]),
    );
  });

  it('parts of what nobody knows are unknown', () => {
    expect(lines('expenditure', '花木专项10万元，其中：基本支出4万元，项目支出6万元。')).toEqual(
      expect.arrayContaining([expect.stringContaining('amount 4 ?noSubject')]),
    );
  });

  it('a balance keeps the fund of its opening amount', () => {
    expect(
      lines('changes', '一般公共预算财政拨款年初结转和结余1万元，本年收入8万元，年末结转和结余2万元。'),
    ).toEqual([
      expect.stringContaining('general'),
      expect.stringContaining('general'),
      expect.stringContaining('general'),
    ]);
  });
});
