import { drawTask, type DrawTask } from './drawTask.ts';
import { examineTask, type ExamineTask } from './examineTask.ts';
import { importTask, type ImportTask } from './importTask.ts';

// A worker process of `mingsuan serve`: each message is a document or a page of it, each answer what stands there.
process.on('message', (task: ExamineTask | DrawTask | ImportTask) => {
  void answerOf(task).then((made) => process.send?.(made));
});

function answerOf(task: ExamineTask | DrawTask | ImportTask): Promise<unknown> {
  if (task.kind === 'import') return importTask(task);
  return task.kind === 'read' || task.kind === 'compose' ? examineTask(task) : drawTask(task);
}

// Without the server there is nothing left to do.
process.on('disconnect', () => {
  process.exit(0);
});
