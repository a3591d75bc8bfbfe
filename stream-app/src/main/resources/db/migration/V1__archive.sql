-- What the stages concluded, one row for each thing they said. Times are UTC in ISO 8601, so that they sort as text.
-- `record` holds the whole record as it stands on its topic (Avro, single-object encoding); the other columns say the same
-- for people and for queries. No foreign keys: the topics are read side by side, so a finding may come before its work.
-- The file may be handed on, so it holds no address of any subscriber.

create table work (
    id text primary key,
    title text not null,
    medium text not null,
    last_seen text not null
);

create table release (
    id text primary key,
    work text not null,
    title text not null,
    medium text not null,
    market text not null,
    language text not null,
    edit text not null,
    last_seen text not null
);
create index release_of_work on release (work);

-- The id of a snapshot is the hash of its content: a release that goes back to an earlier text has that id again.
-- A sighting of the same content as the one before is not kept: nothing is new.
create table snapshot (
    id text not null,
    observed_at text not null,
    work text not null,
    release text not null,
    title text not null,
    market text not null,
    language text not null,
    source text not null,
    url text not null,
    availability text not null,
    sections integer not null,
    capture_urls text not null,
    record ${bytes} not null,
    primary key (id, observed_at)
);
create index snapshot_of_work on snapshot (work, observed_at);
create index snapshot_of_release on snapshot (release, source, observed_at);

-- A section above 512 KB has several parts, numbered from 0.
create table section (
    work text not null,
    hash text not null,
    part integer not null,
    parts integer not null,
    passages integer not null,
    text text not null,
    record ${bytes} not null,
    primary key (work, hash, part)
);

create table comparison (
    id text primary key,
    work text not null,
    kind text not null,
    baseline_market text not null,
    baseline_release text not null,
    baseline_snapshot text not null,
    target_market text not null,
    target_release text not null,
    target_snapshot text not null,
    compared_at text not null,
    engine text not null,
    changes integer not null,
    not_compared text,
    record ${bytes} not null
);
create index comparison_of_work on comparison (work, compared_at);

create table change (
    id text primary key,
    work text not null,
    title text not null,
    medium text not null,
    kind text not null,
    comparison text not null,
    baseline_market text not null,
    baseline_release text not null,
    baseline_snapshot text not null,
    target_market text not null,
    target_release text not null,
    target_snapshot text not null,
    section text not null,
    entry text,
    baseline_text text,
    target_text text,
    witnesses text not null,
    explanations text not null,
    spread_from text,
    restores text,
    status text not null,
    first_seen text not null,
    last_confirmed text not null,
    engine text not null,
    record ${bytes} not null
);
create index change_of_work on change (work, first_seen);

create table finding (
    id text primary key,
    change text not null,
    work text not null,
    title text not null,
    medium text not null,
    market text not null,
    kind text not null,
    class text not null,
    level integer not null,
    score double precision,
    certainty double precision,
    statement text not null,
    baseline_text text,
    target_text text,
    alternatives text not null,
    rule text not null,
    rule_set text not null,
    first_seen text not null,
    found_at text not null,
    withdrawn integer not null,
    record ${bytes} not null
);
create index finding_newest on finding (found_at desc, id);
create index finding_of_work on finding (work, found_at desc, id);

create table finding_topic (
    finding text not null,
    topic text not null,
    label text not null,
    terms text not null,
    primary key (finding, topic)
);
create index finding_by_topic on finding_topic (topic, finding);

create table source_fault (
    id text primary key,
    source text not null,
    release text not null,
    url text not null,
    kind text not null,
    rule text not null,
    says text not null,
    at text not null,
    capture_url text,
    record ${bytes} not null
);
create index source_fault_newest on source_fault (at desc, id);

create table alert (
    id text primary key,
    subscription text not null,
    finding text not null,
    work text not null,
    level integer not null,
    raised_at text not null,
    record ${bytes} not null
);

create table delivery (
    alert text not null,
    channel text not null,
    subscription text not null,
    state text not null,
    attempts integer not null,
    detail text not null,
    at text not null,
    record ${bytes} not null,
    primary key (alert, channel)
);

create table review (
    id text primary key,
    finding text not null,
    work text not null,
    reviewer text not null,
    verdict text not null,
    note text not null,
    at text not null,
    record ${bytes} not null
);
create index review_of_finding on review (finding);

-- What the record held stays on its topic.
create table dead_letter (
    id text not null,
    stage text not null,
    topic text not null,
    part integer not null,
    record_offset bigint not null,
    reason text not null,
    at text not null,
    record ${bytes} not null,
    primary key (id, stage)
);

-- How far each topic was read, written in the transaction that wrote its rows.
create table position (
    topic text not null,
    part integer not null,
    topic_id text not null,
    next_offset bigint not null,
    leader_epoch integer,
    primary key (topic, part)
);
