-- The counts of all publications of a region, a year and a stage together: what a search for a common word adds up
-- unless it is about one department. Kept in step with search_counts, in the same transactions.

create table search_totals (
  word text not null references search_words (word) on delete cascade,
  portal_region text not null,
  year integer not null,
  stage text not null,
  level text,
  kind text not null,
  function_class text,
  -- As in search_counts, so that the first of the labels is known when a publication leaves.
  class_label text,
  records integer not null,
  title_is integer not null,
  title_begins integer not null,
  title_has integer not null,
  counted integer not null,
  left_out integer not null,
  fen bigint not null,
  unique nulls not distinct (word, portal_region, year, stage, level, kind, function_class, class_label)
);

insert into search_totals (word, portal_region, year, stage, level, kind, function_class, class_label, records,
    title_is, title_begins, title_has, counted, left_out, fen)
  select c.word, p.portal_region, p.year, p.stage, p.level, c.kind, c.function_class, c.class_label, sum(c.records),
    sum(c.title_is), sum(c.title_begins), sum(c.title_has), sum(c.counted), sum(c.left_out), sum(c.fen)
  from search_counts c join publications p on p.id = c.publication_id
  group by 1, 2, 3, 4, 5, 6, 7, 8;
