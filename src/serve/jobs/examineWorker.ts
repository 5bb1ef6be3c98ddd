import { drawTask, type DrawTask } from './drawTask.ts';
import { examineTask, type ExamineTask } from './examineTask.ts';

// A worker process of `mingsuan serve`: each message is a document or a page of it, each answer what stands there.
process.on('message', (task: ExamineTask | DrawTask) => {
  const answer = task.kind === 'read' || task.kind === 'compose' ? examineTask(task) : drawTask(task);
  void answer.then((made) => process.send?.(made));
});

// Without the server there is nothing left to do.
process.on('disconnect', () => {
  process.exit(0);
});
