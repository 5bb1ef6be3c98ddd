import { optimiseForManyDocuments } from '../../commands/startup.ts';
import { drawTask, type DrawTask } from './drawTask.ts';
import { examineTask, type ExamineTask } from './examineTask.ts';
import { importTask, type ImportTask } from './importTask.ts';
import { rowsTask, type RowsTask } from './rowsTask.ts';

optimiseForManyDocuments();

type Task = ExamineTask | DrawTask | ImportTask | RowsTask;

// A worker process of `mingsuan serve`: each message is a document or a page of it, each answer what stands there.
process.on('message', (task: Task) => {
  void answerOf(task).then((made) => process.send?.(made));
});

function answerOf(task: Task): Promise<unknown> {
  if (task.kind === 'import') return importTask(task);
  if (task.kind === 'rows') return rowsTask(task);
  return task.kind === 'read' || task.kind === 'compose' ? examineTask(task) : drawTask(task);
}

// Without the server there is nothing left to do.
process.on('disconnect', () => {
  process.exit(0);
});
