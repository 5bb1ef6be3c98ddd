-- A waiver may end by itself: it is in force through this day.

alter table waivers add column expires_on date;
