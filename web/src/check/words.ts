import { countWords } from '../words/shared.ts';

export const checkWords = {
  ...countWords,
  title: ['审核文件', 'Check documents'],
  lead: [
    '把要公开的文件拖到这里，或点击选择。可以一次放入许多份，每份各自核对。',
    'Drop the documents here or choose them. Many at once are checked one by one.',
  ],
  formats: [
    'Word、PDF、Excel、WPS、网页、文本，每份最大 64 MB',
    'Word, PDF, Excel, WPS, HTML, text; up to 64 MB each',
  ],
  more: ['再添加文件', 'Add files'],
  uploading: ['正在上传', 'uploading'],
  queued: ['排队', 'waiting'],
  running: ['正在核对', 'checking'],
  done: ['完成', 'done'],
  failed: ['没有完成', 'failed'],
  cancelled: ['已取消', 'cancelled'],
  progress: ['{0} / {1} 份已完成', '{0} of {1} done'],
  file: ['文件', 'File'],
  state: ['进度', 'State'],
  figures: ['已核实', 'Verified'],
  downloads: ['下载', 'Download'],
  report: ['审核报告', 'Report'],
  workbook: ['整改表', 'Workbook'],
  annotated: ['批注副本', 'Marked copy'],
  waivers: ['豁免文件', 'Waivers'],
  remove: ['移除', 'Remove'],
  back: ['返回文件清单', 'Back to the files'],
  open: ['查看', 'Open'],
  kept: ['上传的文件只用于核对，不会公开。', 'What you upload is only checked; it is not published.'],
} as const;
