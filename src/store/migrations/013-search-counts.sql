-- Words that very many records contain: how often, by publication, kind and function class, and what they add up to.
-- A search for such a word adds up these rows instead of going through all that it finds. They can be made anew at
-- any time, and are in no backup.

create table search_words (
  -- The searched words as they are compared, in their order, with a space between them.
  word text primary key,
  learned_at timestamptz not null default now()
);
create table search_counts (
  word text not null references search_words (word) on delete cascade,
  publication_id uuid not null references publications (id),
  kind text not null,
  -- Null: the kind as a whole; else the records of the class alone.
  function_class text,
  records integer not null,
  -- Of them: the title is the words, begins with the first of them, contains all.
  title_is integer not null,
  title_begins integer not null,
  title_has integer not null,
  -- Amounts that are added up, and those that are left out because a line above them is found too.
  counted integer not null,
  left_out integer not null,
  fen bigint not null,
  -- What the class is called, where its own line is among the records.
  class_label text,
  unique nulls not distinct (word, function_class, kind, publication_id)
);
create index search_counts_publication on search_counts (publication_id);

-- The best of very many: in the order in which they are shown, and by the beginning of their titles.
create index search_records_order on search_records (kind, fen desc nulls last, year desc, publication_id, number);
create index search_records_title on search_records (left(title_key, 100) text_pattern_ops);
