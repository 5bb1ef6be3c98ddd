// A thread that sets one document: typst works synchronously and would stop everything else.
import { Buffer } from 'node:buffer';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Accessibility: tags, titles, alternative texts; a character without a glyph is an error. */
const pdfStandard = 'ua-1';

/** Warnings are faults too: an unknown font family is only a warning. */
function compiled(compiler, mainFileContent, inputs) {
  const result = compiler.compile({ mainFileContent, inputs });
  const faults = [result.takeDiagnostics(), result.takeWarnings()].flatMap((error) =>
    error === null ? [] : compiler.fetchDiagnostics(error),
  );
  if (result.result !== null && faults.length === 0) return result.result;
  throw new Error(faults.map(({ message, range }) => `${message} ${JSON.stringify(range)}`).join('; '));
}

function made({ wants, templates, data, charts, fonts, faces }) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: faces.map((face) => Buffer.from(face)) }] });
  const drawn = charts.map((chart) => compiled(compiler, templates.chart, { data: chart, fonts }));
  const pictures = drawn.map((chart, i) => [`chart-${i}`, compiler.plainSvg(chart)]);
  const document = compiled(compiler, templates.document, { data, fonts, ...Object.fromEntries(pictures) });
  if (wants === 'document')
    return { ok: true, made: Uint8Array.from(compiler.pdf(document, { pdfStandard })) };
  const [pages] = compiler.query(document, { selector: '<pages>', field: 'value' });
  return { ok: true, made: { pages, charts: drawn.map((chart) => Uint8Array.from(compiler.pdf(chart))) } };
}

function answerTo(task) {
  try {
    return made(task);
  } catch (error) {
    return { ok: false, fault: error instanceof Error ? error.message : String(error) };
  }
}

parentPort.postMessage(answerTo(workerData));
