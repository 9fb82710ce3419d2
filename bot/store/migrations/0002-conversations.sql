-- Where people and channels are reached, which cards stand there, and what the front door remembers.

create table helpdesk.conversations (
  id                 text primary key,
  tenant_id          text not null,
  teams_key          text not null,
  kind               text not null check (kind in ('personal', 'channel', 'group')),
  person_key         text,
  reachable          boolean not null,
  unreachable_reason text,
  met_at             timestamptz not null,
  -- When it was last met as the triage channel; null when it is not.
  triage_at          timestamptz,
  doc                bytea not null,
  unique (tenant_id, teams_key)
);
create index conversations_of_person on helpdesk.conversations (person_key) where person_key is not null;

-- Every card a case ever had stays known until the case goes: a click may come from an old one. The newest row of a
-- surface is the one to update.
create table helpdesk.posts (
  conversation_id text not null,
  activity_id     text not null,
  case_id         text not null references helpdesk.cases (id) on delete cascade,
  surface         text not null check (surface in ('reporter', 'triage')),
  anchor          integer not null,
  shown           text not null,
  seq             bigint generated always as identity,
  primary key (conversation_id, activity_id)
);
create index posts_of_case on helpdesk.posts (case_id, surface, seq desc);

create table helpdesk.activities (
  activity_key text primary key,
  done_at      timestamptz not null
);
create index activities_by_age on helpdesk.activities (done_at);

create table helpdesk.people (
  person_key text primary key,
  checked_at timestamptz not null,
  doc        bytea not null
);
create index people_by_age on helpdesk.people (checked_at);
