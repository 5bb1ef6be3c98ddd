import { Argument, Command, Option } from 'commander';
import type { Language } from '../model/language.ts';
import { version } from '../version.ts';
import { optimiseLater } from './startup.ts';
import type { CheckOptions, ExitCode } from './check.ts';
import type { DemoOptions } from './demo.ts';
import type { ImportOptions } from './importBook.ts';
import type { MergeOptions } from './mergeBooks.ts';
import type { NewBookOptions } from './newBook.ts';
import type { DiffOptions } from './diff.ts';
import type { ReadOptions } from './read.ts';
import type { RuleOptions } from './rule.ts';
import type { OperateOptions } from './operate.ts';
import type { ExportOptions } from './exportPortal.ts';
import type { ServeOptions } from './serve.ts';
import type { WriteOptions } from './write.ts';
import { say, type SentenceKey } from './words.ts';

/** Commands load what they do when they are asked to, so that the program starts fast. */
export function programOf(language: Language, finish: (code: ExitCode) => void): Command {
  const text = (key: SentenceKey): string => say(language, key);
  const program = command(new Command('mingsuan'), language)
    .description(text('description'))
    .version(version, '-V, --version', text('version'))
    .helpCommand('help [command]', text('helpCommand'));
  program.addCommand(checkCommand(language, finish));
  program.addCommand(ruleCommand(language, finish));
  program.addCommand(readCommand(language, finish));
  program.addCommand(writeCommand(language, finish));
  program.addCommand(newCommand(language, finish));
  program.addCommand(importCommand(language, finish));
  program.addCommand(mergeCommand(language, finish));
  program.addCommand(exportCommand(language, finish));
  program.addCommand(serveCommand(language, finish));
  program.addCommand(diffCommand(language, finish));
  program.addCommand(demoCommand(language, finish));
  program.addCommand(backupCommand(language, finish));
  program.addCommand(restoreCommand(language, finish));
  program.addCommand(auditCommand(language, finish));
  program.addCommand(passwordCommand(language, finish));
  return program;
}

function command(made: Command, language: Language): Command {
  const titles: Readonly<Record<string, SentenceKey>> = {
    'Usage:': 'usageTitle',
    'Options:': 'optionsTitle',
    'Commands:': 'commandsTitle',
    'Arguments:': 'argumentsTitle',
  };
  return made
    .helpOption('-h, --help', say(language, 'help'))
    .addOption(
      new Option('--lang <zh|en>', say(language, 'lang')).choices(['zh', 'en']).default(language, language),
    )
    .configureHelp({
      styleTitle: (title) => (titles[title] === undefined ? title : say(language, titles[title])),
      optionDescription: (option) => option.description,
    })
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
}

function checkCommand(language: Language, finish: (code: ExitCode) => void): Command {
  const text = (key: SentenceKey): string => say(language, key);
  return command(new Command('check'), language)
    .description(text('check'))
    .addArgument(new Argument('<file|dir...>', text('checkPaths')))
    .addOption(
      new Option('--format <format>', text('checkFormat'))
        .choices(['text', 'json', 'html', 'xlsx', 'sarif'])
        .default('text'),
    )
    .option('--out <path>', text('out'))
    .option('--annotate <dir>', text('annotate'))
    .option('--previous <file>', text('previous'))
    .option('--together', text('together'))
    .option('--across', text('across'))
    .option('--config <file>', text('config'))
    .addOption(
      new Option('--fail-on <severity>', text('failOn'))
        .choices(['error', 'warning', 'never'])
        .default('error'),
    )
    .action(async (paths: readonly string[], options: Omit<CheckOptions, 'language'>) => {
      optimiseLater();
      const { runCheck } = await import('./check.ts');
      finish(await runCheck(paths, { ...options, language }));
    });
}

function ruleCommand(language: Language, finish: (code: ExitCode) => void): Command {
  const text = (key: SentenceKey): string => say(language, key);
  return command(new Command('rule'), language)
    .description(text('rule'))
    .addArgument(new Argument('[name...]', text('ruleNames')))
    .option('--out <path>', text('ruleOut'))
    .action(async (names: readonly string[], options: Omit<RuleOptions, 'language'>) => {
      const { runRule } = await import('./rule.ts');
      finish(await runRule(names, { ...options, language }));
    });
}

function readCommand(language: Language, finish: (code: ExitCode) => void): Command {
  const text = (key: SentenceKey): string => say(language, key);
  return command(new Command('read'), language)
    .description(text('read'))
    .addArgument(new Argument('<file>', text('readPath')))
    .addOption(new Option('--format <format>', text('readFormat')).choices(['json', 'xlsx']).default('json'))
    .option('--out <path>', text('out'))
    .action(async (file: string, options: Omit<ReadOptions, 'language'>) => {
      optimiseLater();
      const { runRead } = await import('./read.ts');
      finish(await runRead(file, { ...options, language }));
    });
}

function writeCommand(language: Language, finish: (code: ExitCode) => void): Command {
  const text = (key: SentenceKey): string => say(language, key);
  return command(new Command('write'), language)
    .description(text('write'))
    .addArgument(new Argument('<book>', text('writePath')))
    .requiredOption('--out <dir>', text('writeOut'))
    .option('--form <id>', text('writeForm'))
    .option('--to <formats>', text('writeTo'), 'docx,xlsx,pdf,html,datapackage')
    .option('--draft', text('draft'))
    .action(async (file: string, options: Omit<WriteOptions, 'language'>) => {
      const { runWrite } = await import('./write.ts');
      finish(await runWrite(file, { ...options, language }));
    });
}

function newCommand(language: Language, finish: (code: ExitCode) => void): Command {
  const text = (key: SentenceKey): string => say(language, key);
  return command(new Command('new'), language)
    .description(text('newBook'))
    .addArgument(new Argument('<book>', text('newBookPath')))
    .option('--form <id>', text('writeForm'), 'shanxi-13')
    .option('--year <year>', text('newBookYear'))
    .action(async (file: string, options: Omit<NewBookOptions, 'language'>) => {
      const { runNewBook } = await import('./newBook.ts');
      finish(await runNewBook(file, { ...options, language }));
    });
}

function importCommand(language: Language, finish: (code: ExitCode) => void): Command {
  const text = (key: SentenceKey): string => say(language, key);
  return command(new Command('import'), language)
    .description(text('importBook'))
    .addArgument(new Argument('<file>', text('importPath')))
    .requiredOption('--out <book>', text('importOut'))
    .option('--next', text('importNext'))
    .action(async (file: string, options: Omit<ImportOptions, 'language'>) => {
      const { runImport } = await import('./importBook.ts');
      finish(await runImport(file, { ...options, language }));
    });
}

function mergeCommand(language: Language, finish: (code: ExitCode) => void): Command {
  const text = (key: SentenceKey): string => say(language, key);
  return command(new Command('merge'), language)
    .description(text('mergeBooks'))
    .addArgument(new Argument('<book...>', text('mergePaths')))
    .requiredOption('--out <book>', text('importOut'))
    .action(async (files: readonly string[], options: Omit<MergeOptions, 'language'>) => {
      const { runMerge } = await import('./mergeBooks.ts');
      finish(await runMerge(files, { ...options, language }));
    });
}

function exportCommand(language: Language, finish: (code: ExitCode) => void): Command {
  return command(new Command('export'), language)
    .description(say(language, 'exportPortal'))
    .addArgument(new Argument('<file|dir...>', say(language, 'checkPaths')))
    .requiredOption('--out <dir>', say(language, 'exportOut'))
    .option('--site <url>', say(language, 'exportSite'))
    .option('--english', say(language, 'exportEnglish'))
    .option('--counts <file>', say(language, 'exportCounts'))
    .action(async (paths: readonly string[], options: Omit<ExportOptions, 'language'>) => {
      const { runExport } = await import('./exportPortal.ts');
      finish(await runExport(paths, { ...options, language }));
    });
}

function serveOptions(made: Command, language: Language): Command {
  return made
    .option('--port <port>', say(language, 'servePort'), '8080')
    .option('--host <host>', say(language, 'serveHost'), '127.0.0.1')
    .option('--data <dir>', say(language, 'serveData'))
    .option('--trust-proxy', say(language, 'serveProxy'))
    .option('--rate <n>', say(language, 'serveRate'))
    .addOption(new Option('--log <level>', say(language, 'serveLog')).choices(['info', 'warn', 'error']));
}

function serveCommand(language: Language, finish: (code: ExitCode) => void): Command {
  return serveOptions(command(new Command('serve'), language), language)
    .description(say(language, 'serve'))
    .option('--open', say(language, 'serveOpen'))
    .action(async (options: Omit<ServeOptions, 'language'>) => {
      const { runServe } = await import('./serve.ts');
      finish(await runServe({ ...options, language }));
    });
}

function backupCommand(language: Language, finish: (code: ExitCode) => void): Command {
  return command(new Command('backup'), language)
    .description(say(language, 'backup'))
    .addArgument(new Argument('<dir>', say(language, 'backupDir')))
    .option('--data <dir>', say(language, 'serveData'))
    .action(async (folder: string, options: Omit<OperateOptions, 'language'>) => {
      const { runBackup } = await import('./operate.ts');
      finish(await runBackup(folder, { ...options, language }));
    })
    .addCommand(backupVerifyCommand(language, finish));
}

function backupVerifyCommand(language: Language, finish: (code: ExitCode) => void): Command {
  return command(new Command('verify'), language)
    .description(say(language, 'backupVerify'))
    .addArgument(new Argument('<dir>', say(language, 'backupDir')))
    .action(async (folder: string) => {
      const { runBackupVerify } = await import('./operate.ts');
      finish(await runBackupVerify(folder, language));
    });
}

function passwordCommand(language: Language, finish: (code: ExitCode) => void): Command {
  return command(new Command('password'), language)
    .description(say(language, 'password'))
    .addArgument(new Argument('<login>', say(language, 'passwordLogin')))
    .option('--data <dir>', say(language, 'serveData'))
    .action(async (login: string, options: Omit<OperateOptions, 'language'>) => {
      const { runPassword } = await import('./operate.ts');
      finish(await runPassword(login, { ...options, language }));
    });
}

function restoreCommand(language: Language, finish: (code: ExitCode) => void): Command {
  return command(new Command('restore'), language)
    .description(say(language, 'restore'))
    .addArgument(new Argument('<dir>', say(language, 'backupDir')))
    .option('--data <dir>', say(language, 'serveData'))
    .action(async (folder: string, options: Omit<OperateOptions, 'language'>) => {
      const { runRestore } = await import('./operate.ts');
      finish(await runRestore(folder, { ...options, language }));
    });
}

function auditCommand(language: Language, finish: (code: ExitCode) => void): Command {
  const verify = command(new Command('verify'), language)
    .description(say(language, 'auditVerify'))
    .option('--data <dir>', say(language, 'serveData'))
    .action(async (options: Omit<OperateOptions, 'language'>) => {
      const { runAuditVerify } = await import('./operate.ts');
      finish(await runAuditVerify({ ...options, language }));
    });
  return command(new Command('audit'), language).description(say(language, 'audit')).addCommand(verify);
}

/** With --out the example is checked and the report written; else the system runs with it. */
function diffCommand(language: Language, finish: (code: ExitCode) => void): Command {
  const text = (key: SentenceKey): string => say(language, key);
  return command(new Command('diff'), language)
    .description(text('diff'))
    .addArgument(new Argument('<old>', text('diffOld')))
    .addArgument(new Argument('<new>', text('diffNew')))
    .addOption(
      new Option('--format <format>', text('diffFormat')).choices(['text', 'json', 'html']).default('text'),
    )
    .option('--out <path>', text('out'))
    .action(async (old: string, fresh: string, options: Omit<DiffOptions, 'language'>) => {
      const { runDiff } = await import('./diff.ts');
      finish(await runDiff({ old, new: fresh }, { ...options, language }));
    });
}

function demoCommand(language: Language, finish: (code: ExitCode) => void): Command {
  return serveOptions(command(new Command('demo'), language), language)
    .description(say(language, 'demoSystem'))
    .option('--out <dir>', say(language, 'demo'))
    .action(async (options: Omit<ServeOptions, 'language'> & Partial<DemoOptions>) => {
      const { out } = options;
      if (out !== undefined) {
        const { runDemo } = await import('./demo.ts');
        finish(await runDemo({ out, language }));
        return;
      }
      const { runDemoSystem } = await import('./serve.ts');
      finish(await runDemoSystem({ ...options, language }));
    });
}
