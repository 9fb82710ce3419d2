-- The story of a case. Everything that names a person is sealed (AES-256-GCM, key outside the database); what is found
-- by it is found by a keyed pseudonym (`*_key`). Plain columns are what queries and clean-up need.

create sequence helpdesk.case_number as integer start with 1001;

create table helpdesk.cases (
  id           text primary key,
  number       integer not null unique,
  tenant_id    text not null,
  reporter_key text not null,
  opener_key   text,
  state        text not null check (state in ('gathering', 'collecting', 'diagnosed', 'closed')),
  version      integer not null check (version >= 1),
  event_count  integer not null check (event_count >= 0),
  -- Which open case of a person this is: the pseudonym of the device, empty while the device is unknown.
  device_slot  text not null,
  opened_at    timestamptz not null,
  updated_at   timestamptz not null,
  closed_at    timestamptz,
  doc          bytea not null,
  check ((state = 'closed') = (closed_at is not null))
);

-- One open case per person and device, whoever races.
create unique index cases_one_open on helpdesk.cases (tenant_id, reporter_key, device_slot) where state <> 'closed';
create index cases_of_reporter on helpdesk.cases (reporter_key, opened_at desc);
create index cases_of_opener on helpdesk.cases (opener_key) where opener_key is not null;
create index cases_open on helpdesk.cases (opened_at desc) where state <> 'closed';
create index cases_closed on helpdesk.cases (closed_at) where state = 'closed';

create table helpdesk.case_events (
  case_id   text not null references helpdesk.cases (id) on delete cascade,
  seq       integer not null check (seq >= 1),
  at        timestamptz not null,
  kind      text not null,
  actor_key text,
  doc       bytea not null,
  primary key (case_id, seq)
);
create index case_events_of_actor on helpdesk.case_events (actor_key) where actor_key is not null;

-- What happened stays as it was written. Only forgetting (retention, a person's erasure) may touch it, and says so for
-- its own transaction.
create function helpdesk.keep_events() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('helpdesk.forgetting', true), '') <> 'on' then
    raise exception 'case_events is append-only' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_events before update or delete on helpdesk.case_events
  for each row execute function helpdesk.keep_events();
create trigger keep_all_events before truncate on helpdesk.case_events
  for each statement execute function helpdesk.keep_events();

create table helpdesk.captures (
  case_id     text not null references helpdesk.cases (id) on delete cascade,
  seq         integer generated always as identity,
  received_at timestamptz not null,
  origin      text not null,
  doc         bytea not null,
  primary key (case_id, seq)
);
create index captures_by_age on helpdesk.captures (received_at);

create table helpdesk.evidence (
  case_id text primary key references helpdesk.cases (id) on delete cascade,
  read_at timestamptz not null,
  doc     bytea not null
);
create index evidence_by_age on helpdesk.evidence (read_at);
