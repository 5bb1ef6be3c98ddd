import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentFormat } from '../src/commands/documents.ts';
import { exampleDisclosure, fileOf, plant, renamed, type Planted } from './trial.ts';

/** A department's document in a reviewer's folder, and what is wrong in it. */
export interface TrialDocument {
  readonly department: string;
  readonly format: DocumentFormat;
  readonly mistakes: readonly Planted[];
}

const swapped: Planted = { table: 'expenditure', row: '212', column: 'total', text: '12707.60' };
const dropped: Planted = { table: 'generalExpenditure', row: '2101102', column: 'basic', text: '6.71' };
const shifted: Planted = { table: 'basicByEconomic', row: '基本工资', column: 'personnel', text: '4361.60' };
const neighbour: Planted = { table: 'balance', row: '十三、农林水支出', column: 'total', text: '92.50' };
const project: Planted = { table: 'projects', row: '紫韵体育运动广场工程', column: 'general', text: '50.00' };
const rate: Planted = { words: '增长5.55%', instead: '增长6.55%' };
const change: Planted = { words: '比上年增加60.74万元', instead: '比上年增加67.04万元' };
const part: Planted = { words: '公用经费64.63万元', instead: '公用经费46.63万元' };
const doubled: Planted = { words: '，增长2.51%，', instead: '，增长2.51%，，' };

/** Ten departments: three with many mistakes, others with one, and three without any. */
export const trialDocuments: readonly TrialDocument[] = [
  { department: '青山县水务局', format: 'docx', mistakes: [swapped, dropped, change, doubled] },
  { department: '青山县教育局', format: 'docx', mistakes: [neighbour, shifted, rate, part] },
  { department: '青山县民政局', format: 'docx', mistakes: [project, dropped, rate, doubled] },
  { department: '青山县司法局', format: 'docx', mistakes: [] },
  { department: '青山县审计局', format: 'xlsx', mistakes: [swapped] },
  { department: '青山县统计局', format: 'xlsx', mistakes: [] },
  { department: '青山县档案馆', format: 'pdf', mistakes: [change] },
  { department: '青山县农业农村局', format: 'pdf', mistakes: [neighbour] },
  { department: '青山县林业局', format: 'txt', mistakes: [part] },
  { department: '青山县交通运输局', format: 'txt', mistakes: [] },
];

/** Writes the documents into the folder; gives their paths in order. */
export async function writeTrial(folder: string, documents = trialDocuments): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const example = exampleDisclosure();
  const files: string[] = [];
  for (const { department, format, mistakes } of documents) {
    const file = join(folder, `${department}.${format}`);
    writeFileSync(file, await fileOf(plant(renamed(example, department), mistakes), format));
    files.push(file);
  }
  return files;
}

/** A folder of so many documents: the trial's, copied under numbers. */
export async function writeMany(folder: string, count: number): Promise<void> {
  const files = await writeTrial(join(folder, '..', 'originals'));
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i += 1) {
    const file = files[i % files.length] ?? '';
    copyFileSync(file, join(folder, `${String(i + 1).padStart(4, '0')}.${file.split('.').at(-1) ?? ''}`));
  }
}
