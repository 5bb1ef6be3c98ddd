import { annotateTask, type AnnotateTask } from './annotateTask.ts';

// A process of its own for a document that people uploaded: it reads, marks, answers and ends.
process.once('message', (task: AnnotateTask) => {
  void annotateTask(task).then((answer) => process.send?.(answer));
});

process.on('disconnect', () => {
  process.exit(0);
});
