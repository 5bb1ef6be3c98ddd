-- One department over the years: the amounts of a scope by their filing, without those of all other departments.
drop index figures_scope;
create index figures_scope on figures (md5(scope_key), region, year, filing_id) where scope_year = year;
